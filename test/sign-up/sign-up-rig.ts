import { countWrites } from "../../src/bot/counted-store.ts";
import { TurnQueue } from "../../src/bot/turn-queue.ts";
import type { DocumentType } from "../../src/model/document-type.ts";
import { declareDocuments } from "../../src/model/stored-documents.ts";
import { put, type Store } from "../../src/ports/store.ts";
import type { Notice } from "../../src/sign-up/notice.ts";
import { SignUp } from "../../src/sign-up/sign-up.ts";
import type { SignUpTerms } from "../../src/sign-up/sign-up-terms.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { nights, terms } from "./seat-fixtures.ts";

const { handledEvents, registrations, signUpNumbers } = declareDocuments({
  conversations: 30,
  keptQuestions: 30,
  handledEvents: 30,
});

/** What is sent, as an outbox would hold it. */
interface Row {
  readonly person: string;
  readonly because: string;
  readonly position: number | undefined;
}

const rows: DocumentType<Row> = {
  collection: "rows",
  description: "stored-outbox",
  version: 1,
  migrations: [],
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this test wrote it
  read: (json) => json as Row,
  keptDays: 1,
  lastUsed: () => "2027-03-01T09:00:00.000Z",
  owner: ({ person }) => person,
};

const documents = { registrations, signUpNumbers, handledEvents };

/** A store for sign-ups, and what is started on it again after each crash. */
export class SignUpRig {
  readonly clock = new FixedClock("2027-03-01T09:00:00Z");
  readonly store = countWrites(createMemoryStore([...Object.values(documents), rows]));
  terms: SignUpTerms = terms();
  /** Its workshops are in the programme no more. */
  isGone = false;

  /** Sign-up as a process just started has it. */
  start(store: Store = this.store): SignUp {
    const counted = countWrites(store);
    return new SignUp({
      store: counted,
      // A test may write to either.
      writesOf: (name) => counted.writesOf(name) + this.store.writesOf(name),
      documents,
      queue: new TurnQueue(),
      clock: this.clock,
      termsOf: async (workshop) => (this.isGone ? undefined : { ...this.terms, workshop }),
      quietSpanOf: async () => nights,
      rowsFor: (notices) => Promise.resolve(notices.map(rowOf)),
    });
  }

  /** What everybody was told, in the order decided: `who: why`. */
  async told(): Promise<readonly string[]> {
    const all = await this.store.list(rows);
    return all.map(({ document }) => `${document.person}: ${document.because}`);
  }

  numbers() {
    return this.store.get(documents.signUpNumbers, this.terms.workshop);
  }

  registrations() {
    return this.store.list(documents.registrations);
  }
}

function rowOf({ to, because, key, position }: Notice) {
  const person = to === "coordinator" ? to : to.answerIn.room.replace("dm-", "");
  return put(rows, JSON.stringify(key), { person, because, position });
}

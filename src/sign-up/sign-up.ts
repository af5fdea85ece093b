import type { DocumentType } from "../model/document-type.ts";
import { registrationId, type Registration } from "../model/registration.ts";
import type { SignUpNumbers } from "../model/sign-up-numbers.ts";
import type { HandledEvent } from "../model/stored-documents.ts";
import type { Clock } from "../ports/clock.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";
import type { Turns } from "../ports/turns.ts";
import { countedAfterwards, countSignUps } from "./count-sign-ups.ts";
import type { Notice } from "./notice.ts";
import type { QuietSpan } from "./offer.ts";
import { ReadRegistrations } from "./read-registrations.ts";
import type { SeatDecision } from "./seat-book.ts";
import { knownTerms, settledTerms, unknownChange } from "./known-terms.ts";
import { isLive } from "./seat-count.ts";
import { decideSeats } from "./seats.ts";
import { isOfWorkshop, type SignUpAct } from "./sign-up-act.ts";
import type { SignUpTerms } from "./sign-up-terms.ts";

/** What sign-up needs. */
export interface SignUpParts {
  readonly store: Store;
  /** How many writes touched a collection, whoever made them. */
  readonly writesOf: (collection: string) => number;
  readonly documents: {
    readonly registrations: DocumentType<Registration>;
    readonly signUpNumbers: DocumentType<SignUpNumbers>;
    readonly handledEvents: DocumentType<HandledEvent>;
  };
  /** Its own, shared with nothing that waits for a decision. */
  readonly queue: Turns;
  readonly clock: Clock;
  /** The terms of a workshop as it is now; undefined when there is none of this id any more. */
  readonly termsOf: (workshop: string) => Promise<SignUpTerms | undefined>;
  /** The quiet hours of people on one list. */
  readonly quietSpanOf: (registrations: readonly Registration[]) => Promise<QuietSpan>;
  /** The outbox rows that carry notices to those they are for. */
  readonly rowsFor: (notices: readonly Notice[]) => Promise<readonly Change[]>;
}

/** Something that may change who has a seat at one workshop. */
export interface WantedAct {
  /** Its id. */
  readonly workshop: string;
  readonly act: SignUpAct;
}

/** What was decided, not written yet. */
export interface Decided {
  /** The registrations and the numbers; not what people are told. */
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
}

/**
 * Who comes to which workshop, durably. Each decision is one write: the registrations, the numbers, what
 * people are told and that it was decided; so after a crash it happened whole or not at all. Decisions
 * about one workshop follow one another.
 */
export class SignUp {
  readonly #parts: SignUpParts;
  readonly #registrations: ReadRegistrations;

  constructor(parts: SignUpParts) {
    this.#parts = parts;
    this.#registrations = new ReadRegistrations(parts);
  }

  /**
   * Decides, and resolves once it is on disk. The same cause again changes nothing and tells nothing: all
   * of it is in the outbox already.
   * @param cause names the event, at most once in a life; it names nobody
   * @throws StoreError when it could not be written: to be asked again under the same cause
   */
  async decide(workshop: string, act: SignUpAct, cause: string): Promise<readonly Notice[]> {
    const { store, documents, queue } = this.#parts;
    return queue.run(workshop, async () => {
      if ((await store.get(documents.handledEvents, cause)) !== undefined) return [];
      return this.#decideNow(workshop, act, cause);
    });
  }

  /**
   * Decides about several workshops at most, and leaves the writing to `finish`, which writes all of it with
   * what it belongs to: until it is over, nothing else is decided about these workshops.
   * @param cause names the event; that it was decided is for `finish` to remember
   * @returns what `finish` gives
   */
  async decideWith<T>(
    wanted: readonly WantedAct[],
    cause: string,
    finish: (decided: Decided) => Promise<T>,
  ): Promise<T> {
    // In one order for everybody, so that nobody waits for whoever waits for them.
    const inOrder = wanted.toSorted((a, b) => (a.workshop < b.workshop ? -1 : 1));
    return this.#decideNext(inOrder, cause, { changes: [], notices: [] }, finish);
  }

  /**
   * Lets time pass for every workshop somebody waits or may come for, and does to its list what became of
   * it since; for the scheduler's tick.
   */
  async passTime(): Promise<void> {
    const all = [...(await this.#registrations.byWorkshop())];
    const live = all.filter(([, theirs]) => theirs.some(isLive));
    await Promise.all(
      live.map(([workshop]) =>
        this.#parts.queue.run(workshop, async () =>
          this.#decideNow(workshop, { kind: "time-passed" }),
        ),
      ),
    );
  }

  /** What erases a person from every list, and frees their seats. @param accounts all of theirs */
  async forgetting(accounts: readonly string[]): Promise<readonly WantedAct[]> {
    const theirs = await this.of(accounts);
    const workshops = new Set(theirs.map(({ workshop }) => workshop));
    return [...workshops].map((workshop) => ({ workshop, act: { kind: "forget", accounts } }));
  }

  /** The registrations of a workshop, first come first. */
  async at(workshop: string): Promise<readonly Registration[]> {
    const found = (await this.#registrations.byWorkshop()).get(workshop) ?? [];
    return found.toSorted((a, b) => a.order - b.order);
  }

  /** The registrations of a person, those that are over included. @param accounts all of theirs */
  async of(accounts: readonly string[]): Promise<readonly Registration[]> {
    const { store, documents } = this.#parts;
    const found = await store.list(documents.registrations, accounts);
    return found.map(({ document }) => document).filter(({ person }) => accounts.includes(person));
  }

  async #decideNext<T>(
    [next, ...others]: readonly WantedAct[],
    cause: string,
    before: Decided,
    finish: (decided: Decided) => Promise<T>,
  ): Promise<T> {
    if (!next) return finish(before);
    return this.#parts.queue.run(next.workshop, async () => {
      const { changes, notices } = await this.#decision(next.workshop, next.act, cause);
      const decided = {
        changes: [...before.changes, ...changes],
        notices: [...before.notices, ...notices],
      };
      return this.#decideNext(others, cause, decided, finish);
    });
  }

  async #decideNow(workshop: string, act: SignUpAct, cause?: string): Promise<readonly Notice[]> {
    const { store, clock, rowsFor, documents } = this.#parts;
    const at = clock.now().toISOString();
    const decided = await this.#decision(workshop, act, cause ?? at);
    const changes = [...decided.changes, ...(await rowsFor(decided.notices))];
    if (cause !== undefined) changes.push(put(documents.handledEvents, cause, { at }));
    if (changes.length > 0) await store.write(changes);
    return decided.notices;
  }

  async #decision(workshop: string, act: SignUpAct, cause: string): Promise<Decided> {
    const { clock, termsOf, quietSpanOf, store, documents } = this.#parts;
    const now = clock.now();
    const [current, before, kept] = await Promise.all([
      termsOf(workshop),
      this.at(workshop),
      store.get(documents.signUpNumbers, workshop),
    ]);
    // Gone from the programme: what is kept of it is erased in its time.
    if (!current) return { changes: [], notices: [] };
    const known = kept?.known;
    const terms = settledTerms(known, current, now);
    const due = unknownChange(known, current, now);
    const quietSpan = await quietSpanOf(before);
    const decision = decideSeats(
      { terms, current, known, due, registrations: before, now, quietSpan, cause },
      act,
    );
    const changes = this.#changesOf(before, decision);
    const isKnownNow = due !== undefined || isOfWorkshop(act);
    // Who wants nothing kept after a workshop came all the same.
    const isNews = isKnownNow || act.kind === "count-came" || changes.length > 0;
    if (isNews && (act.kind !== "forget" || now < terms.startsAt)) {
      const numbers = numbersOf(terms, decision, { act, kept, now });
      // Whoever signs up between a change and what follows from it must not keep it from the others.
      const after = { ...numbers, known: isKnownNow || !known ? knownTerms(current) : known };
      changes.push(put(documents.signUpNumbers, workshop, after));
    }
    return { changes, notices: decision.notices };
  }

  #changesOf(before: readonly Registration[], { registrations }: SeatDecision): Change[] {
    const { documents } = this.#parts;
    const known = new Set(before);
    const left = new Set(registrations.map(({ person }) => person));
    return [
      ...registrations
        .filter((one) => !known.has(one))
        .map((one) => put(documents.registrations, registrationId(one), one)),
      ...before
        .filter(({ person }) => !left.has(person))
        .map((one) => remove(documents.registrations, registrationId(one))),
    ];
  }
}

/** What was counted afterwards stays: no registration tells it. */
function numbersOf(
  terms: SignUpTerms,
  { registrations, notices }: SeatDecision,
  {
    act,
    kept,
    now,
  }: {
    readonly act: SignUpAct;
    readonly kept: SignUpNumbers | undefined;
    readonly now: Date;
  },
): SignUpNumbers {
  const counted = countSignUps(terms, registrations, now);
  const isTaken = act.kind !== "judge" || notices.some(({ because }) => because === "judged");
  return countedAfterwards(isTaken ? act : { kind: "time-passed" }, kept, counted);
}

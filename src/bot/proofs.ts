import { proofOf, readEntries, type DeliveryProof } from "../delivery/campaigns.ts";
import type { Delivery } from "../delivery/deliver.ts";
import { messageKey } from "../delivery/message-key.ts";
import type { Campaign } from "../model/ledger-entry.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { put, type Change, type Store } from "../ports/store.ts";
import { tellProof } from "./coordination/tell-proof.ts";
import type { Knowledge } from "./knowledge.ts";
import { languageOfPerson } from "./language-of-person.ts";
import { leaveInPrivate } from "./leave-in-private.ts";
import { proofAbout, provedOccasions, type ProvedOccasion } from "./proof-occasions.ts";
import type { TurnQueue } from "./turn-queue.ts";
import { whoChangedLast } from "./who-changed-last.ts";
import { DAY_MS } from "../model/durations.ts";

/** What telling proofs needs. */
export interface ProofsParts {
  readonly store: Store;
  readonly documents: StoredDocuments;
  readonly delivery: Delivery;
  /** The turns of people: one may erase who is to be told. */
  readonly queue: TurnQueue;
  /** As it is now. */
  readonly knowledge: () => Knowledge;
  readonly clock: Clock;
  readonly log: Log;
}

/** What somebody confirmed; the others come by themselves. */
const confirmedKinds: ReadonlySet<string> = new Set(["new", "change", "cancellation"]);

/** Later than that, nobody waits for it. */
const USEFUL_MS = 7 * DAY_MS;
/** With nothing left but rooms that fail and are tried again, what is known is told after that. */
const PATIENCE_MS = 30 * 60_000;

/**
 * Tells who confirmed an announcement (of a file, those the configuration names), in private, what became of
 * their workshops in each room: once, at the end, or after half an hour of failures, and then again at the end.
 */
export class Proofs {
  readonly #parts: ProofsParts;
  /** Announcements nobody was told of yet, or not to the end, by number. */
  readonly #open = new Map<number, Campaign>();
  /** Whether what an earlier run left is among them. */
  #isRead = false;
  /** Since when rooms that fail are all that is left of an occasion, by its first number. */
  readonly #failingSince = new Map<number, Date>();
  /** One look at a time. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: ProofsParts) {
    this.#parts = parts;
  }

  /** From now on, these are waited for. */
  follow(campaigns: readonly Campaign[]): void {
    for (const one of campaigns) if (confirmedKinds.has(one.kind)) this.#open.set(one.number, one);
  }

  /**
   * Looks at those that are waited for.
   * @returns whether something was put in the outbox
   */
  async tell(): Promise<boolean> {
    const telling = this.#last.then(() => this.#tell());
    this.#last = telling.catch(() => undefined);
    return telling;
  }

  async #tell(): Promise<boolean> {
    if (!this.#isRead) await this.#read();
    if (this.#open.size === 0) return false;
    const { store, documents } = this.#parts;
    const entries = await readEntries([...this.#open.keys()], store, documents);
    // Those that came since are looked at the next time, with what the ledger says of them.
    const read = [...this.#open.values()].filter(({ number }) => entries.has(number));
    let isAny = false;
    for (const occasion of provedOccasions(read, entries)) {
      // One after the other: there are seldom two.
      // oxlint-disable-next-line no-await-in-loop
      const isTold = await this.#look(occasion);
      isAny ||= isTold;
    }
    return isAny;
  }

  async #read(): Promise<void> {
    const { store, documents, clock } = this.#parts;
    const since = clock.now().getTime() - USEFUL_MS;
    for (const { document } of await store.list(documents.campaigns)) {
      const { number, kind, provedAt, isProofOpen, at } = document;
      const isOpen = provedAt === undefined || isProofOpen === true;
      // What came while they were read is known already.
      if (!confirmedKinds.has(kind) || !isOpen || this.#open.has(number)) continue;
      if (Date.parse(at) > since) this.#open.set(number, document);
    }
    this.#isRead = true;
  }

  /** @returns whether somebody is told */
  async #look(occasion: ProvedOccasion): Promise<boolean> {
    const { campaigns, entries } = occasion;
    const [first] = campaigns;
    const whole = proofOf(first, entries);
    const isOver = whole.waiting === 0;
    if (!isOver && (!this.#isPatienceOver(whole) || first.isProofOpen === true)) return false;
    this.#failingSince.delete(first.number);
    const asked = await this.#whoIsTold(campaigns);
    return this.#inTurnsOf([...asked.keys()].toSorted(), async () => {
      // Asked again in their turn: they may have had everything erased.
      const told = [...(await this.#whoIsTold(campaigns))].filter(([one]) => asked.has(one));
      const rows = told.map(([one, workshops]) =>
        this.#rowsFor(one, proofAbout(occasion, workshops), !isOver),
      );
      const proved = this.#proved(occasion, !isOver);
      const { store, documents } = this.#parts;
      await store.write([
        ...proved.map((one) => put(documents.campaigns, String(one.number), one)),
        ...(await Promise.all(rows)).flat(),
      ]);
      for (const one of proved) {
        if (isOver || told.length === 0) this.#open.delete(one.number);
        else this.#open.set(one.number, one);
      }
      return told.length > 0;
    });
  }

  /** @param people in one order everywhere, so that nobody waits for whoever waits for them */
  async #inTurnsOf<T>([first, ...others]: readonly string[], task: () => Promise<T>): Promise<T> {
    if (first === undefined) return task();
    return this.#parts.queue.run(first, () => this.#inTurnsOf(others, task));
  }

  /** Whether nothing but rooms that fail was left for long enough. */
  #isPatienceOver({ campaign: { number }, waiting, retried }: DeliveryProof): boolean {
    const now = this.#parts.clock.now();
    if (waiting > retried) return false;
    const since = this.#failingSince.get(number) ?? now;
    this.#failingSince.set(number, since);
    return Math.abs(now.getTime() - since.getTime()) >= PATIENCE_MS;
  }

  #proved({ campaigns, entries }: ProvedOccasion, isProofOpen: boolean): readonly Campaign[] {
    const { clock, log } = this.#parts;
    const provedAt = clock.now().toISOString();
    return campaigns.map((campaign) => {
      const theirs = entries.filter((one) => one.campaign === campaign.number);
      logProof(proofOf(campaign, theirs), log);
      return { ...campaign, provedAt, isProofOpen };
    });
  }

  /** What they were told before is corrected where it stands. */
  async #rowsFor(person: string, proof: DeliveryProof, isEarly: boolean): Promise<Change[]> {
    const { knowledge, clock } = this.#parts;
    const { number, isProofOpen = false } = proof.campaign;
    const known = knowledge();
    const usual = known.settings.language;
    const language = await languageOfPerson(person, { ...this.#parts, usual });
    const text = tellProof(proof, known, { language, now: clock.now() });
    const early = messageKey("proof so far", number, person);
    const key = isEarly ? early : messageKey("proof", number, person);
    const replaces = isProofOpen ? early : undefined;
    return leaveInPrivate(person, { key, text, language, replaces }, this.#parts);
  }

  /**
   * Who is told of which workshops: of each whoever changed it last before it was announced; of a file, those
   * the configuration names.
   */
  async #whoIsTold(
    campaigns: readonly Campaign[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const announcedAt = new Map<string, string>();
    for (const { workshops, at } of campaigns) {
      for (const id of workshops) if (!announcedAt.has(id)) announcedAt.set(id, at);
    }
    const { toldPeople = [] } = this.#parts.knowledge().settings;
    const found = await Promise.all(
      [...announcedAt].map(async ([id, until]) => {
        const last = await whoChangedLast(id, this.#parts, ({ at }) => at <= until);
        return { id, people: last === undefined ? toldPeople : [last] };
      }),
    );
    const told = new Map<string, readonly string[]>();
    for (const { id, people } of found) {
      for (const one of people) told.set(one, [...(told.get(one) ?? []), id]);
    }
    return told;
  }
}

function logProof(proof: DeliveryProof, log: Log): void {
  const { campaign, rooms, people, confirmed, doubled, failed } = proof;
  const { number } = campaign;
  log.info("announcement-proved", { number, rooms, people, confirmed, doubled, failed });
}

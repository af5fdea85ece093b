import type { Campaign, LedgerState } from "../model/ledger-entry.ts";
import type { OutboxRow } from "../model/outbox-row.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Clock } from "../ports/clock.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";
import type { Turns } from "../ports/turns.ts";
import { entryOf, ownerOf, rowOf, type Announcement } from "./announcement.ts";
import type { ClaimsAndPlans } from "./claims-and-plans.ts";
import { forgetMentions } from "./forget-mentions.ts";
import { messageKey } from "./message-key.ts";
import { wasUnseen } from "./was-never-shown.ts";
import type { WaitingRows } from "./waiting-rows.ts";
import { DAY_MS, HOUR_MS } from "../model/durations.ts";

/** What putting announcements in the outbox needs. */
export interface PlannedParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "outbox" | "ledger" | "campaigns">;
  readonly clock: Clock;
  /** What is claimed to be sent must not cross what is planned. */
  readonly claims: ClaimsAndPlans;
  /** What is known of the outbox in memory. */
  readonly rows: WaitingRows;
  /** As for `Announcing`. */
  readonly queue: Turns;
}

/** Puts announcements in the outbox with the changes that caused them, see `Delivery.announce`. */
export type Announce = (
  announcements: readonly Announcement[],
  cause: readonly Change[],
) => Promise<readonly Campaign[]>;

/** How often what the purge erased is forgotten here too. */
const FORGOTTEN_EVERY_MS = HOUR_MS;

/** Puts announcements in the outbox and the ledger, each unique key once in a life, and numbers them. */
export class PlannedAnnouncements {
  readonly #parts: PlannedParts;
  /** Ids in the ledger and when each was last of use (ms). */
  readonly #known = new Map<string, number>();
  #lastNumber = 0;
  #forgotAt = -Infinity;
  /** People who had everything erased since planning began. */
  #erased = new Set<string>();
  /** What is being written, which an erasure waits for. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: PlannedParts) {
    this.#parts = parts;
  }

  /** Knows what was announced before this run. */
  async load(): Promise<void> {
    const { store, documents } = this.#parts;
    for (const { id, document } of await store.list(documents.ledger)) {
      this.#known.set(id, Date.parse(documents.ledger.lastUsed(document)));
    }
    const numbers = (await store.list(documents.campaigns)).map(({ document }) => document.number);
    this.#lastNumber = numbers.reduce((most, number) => Math.max(most, number), this.#lastNumber);
  }

  /** Whether a unique key is in the ledger: it was sent, or will be, or there was a reason not to. */
  knows(key: string): boolean {
    return this.#known.has(messageKey(key));
  }

  /** As `Delivery.plan`. */
  async plan(task: (announce: Announce) => Promise<void>): Promise<void> {
    await this.#parts.claims.plan(() => {
      // From here on it is read who gets something: see `erase`.
      this.#erased = new Set();
      return task((announcements, cause) => this.#inTurn(announcements, cause));
    });
  }

  /** As `Delivery.announce`. */
  async announce(
    announcements: readonly Announcement[],
    cause: readonly Change[],
  ): Promise<readonly Campaign[]> {
    return this.#parts.claims.plan(() => this.#inTurn(announcements, cause));
  }

  /**
   * What is planned from what was read of this person before is not written any more, and what waits calls them
   * no more. Resolves once what was being written is there to be found and erased.
   * @param owner see `personKey`
   */
  async erase(owner: string): Promise<void> {
    const { queue, claims } = this.#parts;
    this.#erased.add(owner);
    await this.#turn;
    // What is written anew must be there still: nothing is claimed or taken away meanwhile.
    const alone: Turns = { run: (key, task) => queue.run(key, () => claims.plan(task)) };
    await forgetMentions(owner, { ...this.#parts, queue: alone });
  }

  async #inTurn(
    announcements: readonly Announcement[],
    cause: readonly Change[],
  ): Promise<readonly Campaign[]> {
    const turn = this.#turn.then(() => this.#place(announcements, cause));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #place(
    announcements: readonly Announcement[],
    cause: readonly Change[],
  ): Promise<readonly Campaign[]> {
    const { store, documents, clock, rows: waiting } = this.#parts;
    const now = clock.now();
    this.#forgetOld(now);
    const fresh = new Map<string, Announcement>();
    for (const one of announcements) {
      const id = messageKey(one.key);
      if (!this.#known.has(id) && !fresh.has(id)) fresh.set(id, one);
    }
    const wanted = [...fresh.values()].filter((one) => !this.#isErased(one));
    const numbered = byOccasion(wanted).map((theirs, index) => {
      const campaign = campaignOf(theirs, this.#lastNumber + index + 1, now);
      return {
        campaign,
        rows: theirs.map((one) => ({ one, row: rowOf(one, campaign.number, now) })),
      };
    });
    const all = numbered.flatMap(({ rows }) => rows);
    const covered = all.flatMap(({ one, row }) =>
      one.covers.map((key) => ({ id: messageKey(key), row })).filter(({ id }) => !fresh.has(id)),
    );
    const changes = [
      ...cause,
      ...numbered.map(({ campaign }) =>
        put(documents.campaigns, String(campaign.number), campaign),
      ),
      ...all.map(({ row }) => put(documents.outbox, row.reply.key, row)),
      ...all.flatMap(({ row }) => this.#note(row.reply.key, row, { kind: "planned" }, now)),
      ...(await Promise.all(covered.map(({ id, row }) => this.#cover(id, row, now)))).flat(),
    ];
    if (changes.length > 0) await store.write(changes);
    const untilOf = ({ at, usefulUntil = at }: OutboxRow) =>
      Math.max(now.getTime(), Date.parse(usefulUntil));
    for (const { row } of all) this.#known.set(row.reply.key, untilOf(row));
    for (const { id, row } of covered) this.#known.set(id, untilOf(row));
    this.#lastNumber += numbered.length;
    for (const { row } of all) waiting.add(row, now);
    return numbered.map(({ campaign }) => campaign);
  }

  /** What another message tells is not sent itself, unless it was, or is on its way. */
  async #cover(id: string, by: OutboxRow, now: Date): Promise<Change[]> {
    const { store, documents } = this.#parts;
    const skipped = { kind: "skipped", reason: "told-in-another" } as const;
    if (!this.#known.has(id)) return this.#note(id, by, skipped, now);
    const row = await store.get(documents.outbox, id);
    if (!row || !wasUnseen(row)) return [];
    return [remove(documents.outbox, id), ...this.#note(id, row, skipped, now)];
  }

  #note(id: string, row: OutboxRow, state: LedgerState, now: Date): Change[] {
    const entry = entryOf(row, state, now);
    return entry ? [put(this.#parts.documents.ledger, id, entry)] : [];
  }

  #isErased(one: Announcement): boolean {
    const owner = ownerOf(one);
    return owner !== undefined && this.#erased.has(owner);
  }

  /** As the purge does. */
  #forgetOld(now: Date): void {
    if (Math.abs(now.getTime() - this.#forgotAt) < FORGOTTEN_EVERY_MS) return;
    this.#forgotAt = now.getTime();
    const before = now.getTime() - this.#parts.documents.ledger.keptDays * DAY_MS;
    for (const [id, at] of this.#known) if (at < before) this.#known.delete(id);
  }
}

/** The announcements that are one for those who read them: the same kind, of the same workshops. */
function byOccasion(announcements: readonly Announcement[]): readonly Announcement[][] {
  const groups = new Map<string, Announcement[]>();
  for (const one of announcements) {
    const { kind, workshops } = one;
    const name = JSON.stringify([kind, ...workshops]);
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()];
}

function campaignOf(theirs: readonly Announcement[], number: number, now: Date): Campaign {
  const { kind = "", workshops = [] } = theirs[0] ?? {};
  return { number, kind, workshops, targets: theirs.length, at: now.toISOString() };
}

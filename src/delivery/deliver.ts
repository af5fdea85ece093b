import type { Address } from "../model/address.ts";
import type { Campaign } from "../model/ledger-entry.ts";
import type { OutboxRow } from "../model/outbox-row.ts";
import type { Reply } from "../model/reply.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { put, type Change, type Store } from "../ports/store.ts";
import type { Turns } from "../ports/turns.ts";
import type { Announcement } from "./announcement.ts";
import { Announcing } from "./announcing.ts";
import { ClaimsAndPlans } from "./claims-and-plans.ts";
import { Departures, type Following } from "./departures.ts";
import { HandOver } from "./hand-over.ts";
import { PlannedAnnouncements, type Announce } from "./planned-announcements.ts";
import type { Recheck } from "./recheck.ts";
import { RoomService } from "./room-service.ts";
import { WaitingRows } from "./waiting-rows.ts";

/** What delivery needs. */
export interface DeliveryParts extends Following {
  readonly store: Store;
  readonly documents: StoredDocuments;
  readonly platforms: readonly ChatPlatform[];
  readonly clock: Clock;
  readonly log: Log;
  /** Asked just before an announcement goes out; without it, everything that is useful goes out. */
  readonly recheck?: Recheck;
  /** The turns of people, which their announcements must not cross: one may erase them. */
  readonly queue?: Turns;
}

/** For who has no turns to keep apart. */
const atOnce: Turns = { run: (_key, task) => task() };
/** A row that is not in the store after this time was never written, or was erased. */
const writingMs = 60_000;

/**
 * Sends what the outbox holds. A message enters the outbox in the same write as what caused it and
 * leaves it once its platform took it; after a crash it is sent again under the same key.
 */
export class Delivery {
  readonly #parts: DeliveryParts;
  readonly #departures: Departures;
  readonly #planned: PlannedAnnouncements;
  readonly #rooms: RoomService;
  readonly #rows = new WaitingRows();
  /** Keys being sent now: `sendPending` leaves them to the turn that sends them. */
  readonly #underWay = new Set<string>();
  #loading: Promise<void> | undefined;
  #lastTick: Date | undefined;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
    const handOver = new HandOver(parts.platforms, parts);
    this.#departures = new Departures({ ...parts, handOver, rows: this.#rows });
    const claims = new ClaimsAndPlans();
    const shared = { queue: atOnce, ...parts, claims };
    this.#planned = new PlannedAnnouncements({ ...shared, rows: this.#rows });
    const announcing = new Announcing({
      recheck: () => Promise.resolve({ kind: "send" }),
      ...shared,
      handOver,
    });
    this.#rooms = new RoomService({
      ...parts,
      announcing,
      rows: this.#rows,
      sendReplies: async (to) => this.send(await this.#pendingReplies(to)),
    });
  }

  /** The changes that put a turn's messages in the outbox, to be written with what caused them. */
  rowsFor(owner: string, replies: readonly Reply[]): Change[] {
    for (const { key } of replies) this.#underWay.add(key);
    return this.leave(owner, replies);
  }

  /** The same for messages that no turn sends: the next tick does. @param owner, about see `OutboxRow` */
  leave(
    owner: string | undefined,
    replies: readonly Reply[],
    notBefore?: Date,
    about?: string,
  ): Change[] {
    const now = this.#parts.clock.now();
    return replies.map((reply) => {
      this.#rows.add({ reply }, now);
      const due = { at: now.toISOString(), notBefore: notBefore?.toISOString() };
      const row = { owner, about, reply, ...due, state: { kind: "waiting" } } as const;
      return put(this.#parts.documents.outbox, reply.key, row);
    });
  }

  /**
   * Puts announcements in the outbox and numbers them, one number for each kind and workshop: they go out
   * at the next ticks. A unique key that was ever put there changes nothing.
   * @param cause changes to be written with them
   * @returns the new announcements by number, none when all were known
   * @throws StoreError when nothing could be written
   */
  async announce(
    announcements: readonly Announcement[],
    cause: readonly Change[] = [],
  ): Promise<readonly Campaign[]> {
    await this.load();
    return this.#planned.announce(announcements, cause);
  }

  /**
   * Runs what plans announcements from what waits and was sent: nothing is claimed to be sent until it is over.
   * Who is erased from its beginning on gets nothing of it: see `erase`.
   * @param task given `announce`, for it alone
   */
  async plan(task: (announce: Announce) => Promise<void>): Promise<void> {
    await this.load();
    await this.#planned.plan(task);
  }

  /**
   * Before everything about a person is looked for and erased, and again after: no announcement planned from
   * what was known of them before is written after that, nor does one that waits call them.
   * @param owner see `personKey`
   */
  async erase(owner: string): Promise<void> {
    await this.#planned.erase(owner);
  }

  /** Those of some unique keys that were ever announced, or are told in another announcement. */
  async known(keys: readonly string[]): Promise<ReadonlySet<string>> {
    await this.load();
    return new Set(keys.filter((key) => this.#planned.knows(key)));
  }

  /** Reads what an earlier run left, once. */
  async load(): Promise<void> {
    this.#loading ??= this.#load();
    try {
      await this.#loading;
    } catch (cause) {
      this.#loading = undefined;
      throw cause;
    }
  }

  /**
   * Sends messages that are in the outbox, in order; what fails stays for the next `sendPending`, and so
   * does what follows it for the same person: nobody else waits for that. Where only the place refuses,
   * the answers to other messages go on: a command may be answered where nothing can be written.
   */
  async send(replies: readonly Reply[]): Promise<void> {
    await this.#departures.send(replies);
  }

  /** Lets `sendPending` take messages whose turn is over, or never was written. */
  release(replies: readonly Reply[]): void {
    for (const { key } of replies) this.#underWay.delete(key);
  }

  /** Sends a turn's messages after those its room still waits for, so that answers keep their order. */
  async sendAfterPending(replies: readonly Reply[]): Promise<void> {
    const [first] = replies;
    if (!first) return;
    await this.load();
    await this.send([...(await this.#pendingReplies(first.to)), ...replies]);
  }

  /** Whether a reply to a message is still in the outbox. */
  async awaits(to: Address, answered: string): Promise<boolean> {
    await this.load();
    const { store, documents } = this.#parts;
    const waiting = [...(this.#rows.at(to)?.replies.values() ?? [])];
    const theirs = waiting.filter(({ answers }) => answers === answered);
    const found = await Promise.all(theirs.map(({ key }) => store.get(documents.outbox, key)));
    return found.some((row) => row !== undefined);
  }

  /** Tries failed announcements now, at the next `sendPending`, rather than when they are due again. */
  hurry(rows: readonly OutboxRow[]): void {
    for (const { reply } of rows) this.#rows.hurry(reply);
  }

  /**
   * Sends what is due: what a crash or a fault left, and announcements; each room in its own order, its
   * conversations first. Resolves once that is done, but for rooms that an earlier call has still to serve:
   * one that does not answer keeps it waiting.
   * @param there the platforms that were started: what is for others waits
   */
  async sendPending(there: readonly ChatPlatform[]): Promise<void> {
    await this.load();
    const now = this.#parts.clock.now();
    if (this.#lastTick && now < this.#lastTick) this.#rows.lookAgain();
    this.#lastTick = now;
    const names = new Set(there.map(({ name }) => name));
    await this.#rooms.serve(this.#rows.due(now).filter(({ platform }) => names.has(platform)));
  }

  async #load(): Promise<void> {
    const { store, documents, clock } = this.#parts;
    await this.#planned.load();
    const left = await store.list(documents.outbox);
    this.#rows.load(
      left.map(({ document }) => document),
      clock.now(),
    );
  }

  /** What a room's conversations still wait for, but for turns under way. */
  async #pendingReplies(to: Pick<Address, "platform" | "room">): Promise<Reply[]> {
    const { store, documents } = this.#parts;
    const waiting = [...(this.#rows.at(to)?.replies.values() ?? [])];
    const left = waiting.filter(({ key }) => !this.#underWay.has(key));
    const found = await Promise.all(
      left.map(async (one) => ({ one, row: await store.get(documents.outbox, one.key) })),
    );
    const nowMs = this.#parts.clock.now().getTime();
    for (const { one, row } of found) {
      if (!row && nowMs - one.since > writingMs) this.#rows.remove(one.key, to);
    }
    // What waits for the end of the night holds up nothing that is said meanwhile.
    return found.flatMap(({ row }) =>
      row?.reply.to.room === to.room && isTimeFor(row, nowMs) ? [row.reply] : [],
    );
  }
}

function isTimeFor({ notBefore }: OutboxRow, nowMs: number): boolean {
  return notBefore === undefined || Date.parse(notBefore) <= nowMs;
}

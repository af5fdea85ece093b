import { StoreError } from "../../../model/errors.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import type { OneAtATime } from "../crypto/one-at-a-time.ts";
import type { RoomEvent } from "../room-event.ts";
import { backOffMs } from "../transport/back-off.ts";
import type { Missing, Opening, Reader } from "./reader.ts";
import type { UnreadEvents, Waiting } from "./unread-events.ts";
import { HOUR_MS } from "../../../model/durations.ts";

/** Why an event will not be read. */
export type Loss = Extract<Opening, { readonly kind: "missing-key" | "missing-file" | "lost" }>;

/** What late events need. */
export interface LateEventsParts {
  readonly unread: UnreadEvents;
  readonly reader: Reader;
  /** A batch, or what a late event says. */
  readonly turns: OneAtATime;
  readonly hasEncryption: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of an event that will never be read. */
  readonly onLost: (room: string, event: RoomEvent, loss: Loss) => Promise<void>;
}

/** How long each may be late; a room may stay unknown longer, until its questions are too old. */
const mostWaitMs = {
  "missing-key": 5 * 60_000,
  "missing-file": 60_000,
  "room-unknown": 6 * HOUR_MS,
};
const mostKeptCharacters = 20_000;

type IsWanted = (waiting: Waiting) => boolean;

/**
 * Events that could not be read when they came. They are tried again, each room by itself and at its own
 * pace: whatever one waits for, the others go on.
 */
export class LateEvents {
  readonly #parts: LateEventsParts;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #paces = new Map<string, { readonly failures: number; readonly dueAt: number }>();
  #isStopped = false;

  constructor(parts: LateEventsParts) {
    this.#parts = parts;
  }

  /** Keeps what may be read later, and gives up what may not. */
  async take(room: string, event: RoomEvent, found: Missing | Loss): Promise<void> {
    if (found.kind === "lost" || !isKeepable(event)) return this.#giveUp(room, event, found);
    for (const dropped of await this.#parts.unread.keep(room, event, found.kind)) {
      // oxlint-disable-next-line no-await-in-loop
      await this.#giveUp(dropped.room, dropped.event, { kind: dropped.why, withheld: undefined });
    }
  }

  /** Whether what is said in a room has to wait behind something said there before. */
  async holdBack(room: string): Promise<boolean> {
    const all = await this.#parts.unread.list();
    return all.some((waiting) => waiting.room === room && holdsBack(waiting.why));
  }

  /** An event was taken away: it is read no more. */
  async forget(room: string, event: string): Promise<void> {
    const { unread } = this.#parts;
    if ((await unread.roomOf(event)) === room) await unread.drop(event);
  }

  /** Tries what waits in rooms that keys came for. */
  async tryKeyed(rooms: readonly string[]): Promise<void> {
    await this.#try(
      (waiting) => rooms.includes(waiting.room),
      () => true,
    );
  }

  /** Tries what waits for more than a key, and gives up what has waited long enough. */
  async tryDue(): Promise<void> {
    const now = this.#parts.clock.now().getTime();
    await this.#try(
      (waiting) => holdsBack(waiting.why) || this.#isOver(waiting, waiting.why),
      (room) => !this.#underWay.has(room) && now >= (this.#paces.get(room)?.dueAt ?? 0),
    );
  }

  /** Tries all that an earlier run left. */
  async tryAll(): Promise<void> {
    await this.#try(
      () => true,
      () => true,
    );
  }

  /** Tries nothing more, and resolves once nothing is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.allSettled(this.#underWay.values());
  }

  async #try(isWanted: IsWanted, isDue: (room: string) => boolean): Promise<void> {
    try {
      const wanted = (await this.#parts.unread.list()).filter(isWanted);
      const rooms = new Set(wanted.map(({ room }) => room));
      await Promise.all([...rooms].filter(isDue).map((room) => this.#inLine(room, isWanted)));
    } catch (cause) {
      this.#parts.log.error("unread-not-tried", cause);
    }
  }

  async #inLine(room: string, isWanted: IsWanted): Promise<void> {
    const before = this.#underWay.get(room) ?? Promise.resolve();
    const running = before
      .catch(() => undefined)
      .then(() => this.#tryRoom(room, isWanted))
      .finally(() => {
        if (this.#underWay.get(room) === running) this.#underWay.delete(room);
      });
    this.#underWay.set(room, running);
    return running;
  }

  async #tryRoom(room: string, isWanted: IsWanted): Promise<void> {
    const { unread, reader, turns } = this.#parts;
    // In the order they came: the server may come back between two of them.
    /* oxlint-disable no-await-in-loop */
    for (const waiting of await unread.list()) {
      if (this.#isStopped) return;
      if (waiting.room !== room || !isWanted(waiting)) continue;
      const found = await reader.open(room, waiting.event, "later");
      if (await turns.run(() => this.#settle(waiting, found))) continue;
      this.#slowDown(room);
      return;
    }
    /* oxlint-enable no-await-in-loop */
    this.#paces.delete(room);
  }

  /** @returns whether those behind it may be tried */
  async #settle({ room, event, since }: Waiting, found: Opening): Promise<boolean> {
    const { unread, reader } = this.#parts;
    // Taken away meanwhile.
    if ((await unread.roomOf(event.id)) !== room) return true;
    if (found.kind === "opened") await reader.hand(found);
    else if (found.kind === "lost") await this.#giveUp(room, event, found);
    else if (found.kind !== "gone") {
      if (!this.#isOver({ since }, found.kind)) {
        await unread.keep(room, event, found.kind);
        return !holdsBack(found.kind);
      }
      await this.#giveUp(room, event, found);
    }
    await unread.drop(event.id);
    return true;
  }

  #slowDown(room: string): void {
    const failures = (this.#paces.get(room)?.failures ?? 0) + 1;
    const dueAt = this.#parts.clock.now().getTime() + backOffMs(failures, 1);
    this.#paces.set(room, { failures, dueAt });
  }

  #isOver({ since }: Pick<Waiting, "since">, why: Waiting["why"]): boolean {
    return this.#parts.clock.now().getTime() - since.getTime() >= mostWaitMs[why];
  }

  async #giveUp(room: string, event: RoomEvent, found: Missing | Loss): Promise<void> {
    const { log, onLost, hasEncryption } = this.#parts;
    const withheld = found.kind === "missing-key" ? found.withheld : undefined;
    // Without encryption, most of what is said somewhere may be so.
    if (hasEncryption || holdsBack(found.kind)) {
      log.warn("event-unreadable", { room, id: event.id, why: found.kind, withheld });
    }
    // Nobody waits any more for an answer in a room that is unknown for so long.
    if (found.kind === "room-unknown") return;
    try {
      await onLost(room, event, found);
    } catch (cause) {
      if (cause instanceof StoreError) throw cause;
      log.error("unreadable-not-told", cause, { room });
    }
  }
}

/** Whether what somebody says next waits too, as it may lean on this: a key may never come. */
export function holdsBack(kind: Opening["kind"]): boolean {
  return kind === "room-unknown" || kind === "missing-file";
}

/** What cannot be kept is no question: those are short, encrypted too. */
function isKeepable({ content }: RoomEvent): boolean {
  return JSON.stringify(content).length <= mostKeptCharacters;
}

import type { Address } from "../model/address.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Announcing } from "./announcing.ts";
import type { WaitingRows } from "./waiting-rows.ts";

/** What serving rooms needs. */
export interface RoomServiceParts {
  readonly rows: WaitingRows;
  readonly announcing: Announcing;
  /** Sends what was said in conversations of a room and still waits. */
  readonly sendReplies: (to: Place) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

type Place = Pick<Address, "platform" | "room">;

/** Announcements one room gets at a tick: it is read by people. */
const mostAtATick = 5;
/** Rooms of one platform served at once. */
const mostRoomsAtOnce = 8;
/** A room that takes longer is given up waiting for: others take its turn, though it is not served twice. */
const stuckMs = 60_000;

/** Sends to rooms what is due there, in order in each; a room is served by one tick at a time. */
export class RoomService {
  readonly #parts: RoomServiceParts;
  readonly #serving = new Map<string, Serving>();

  constructor(parts: RoomServiceParts) {
    this.#parts = parts;
  }

  /**
   * Serves some rooms, those of each platform whatever another does; what goes wrong is logged and stays for a
   * later tick. Resolves once it is done, without those that an earlier tick has still to serve.
   */
  async serve(rooms: readonly Place[]): Promise<void> {
    const lines = new Map<string, Line>();
    const working: Promise<void>[] = [];
    // In order, as far as each platform goes: who is told first is first there.
    for (const to of rooms) {
      const line = lines.get(to.platform) ?? lineOf(this.#freeOn(to.platform));
      lines.set(to.platform, line);
      if (line.free > 0) working.push(this.#work(to, line));
      else line.left.push(to);
      line.free -= 1;
    }
    await Promise.all(working);
  }

  /** One room, then those that are left. */
  async #work(first: Place, line: Line): Promise<void> {
    await this.#serveAlone(first);
    for (const to of line.rest) {
      // One after another: the others of the platform go on beside it.
      // oxlint-disable-next-line no-await-in-loop
      await this.#serveAlone(to);
    }
  }

  /** How many rooms of a platform may be served beside those that are. */
  #freeOn(platform: string): number {
    const nowMs = this.#parts.clock.now().getTime();
    const busy = [...this.#serving.values()].filter(
      (one) => one.platform === platform && Math.abs(nowMs - one.sinceMs) < stuckMs,
    );
    return Math.max(0, mostRoomsAtOnce - busy.length);
  }

  async #serveAlone(to: Place): Promise<void> {
    const name = JSON.stringify([to.platform, to.room]);
    const known = this.#serving.get(name);
    if (known) {
      known.isAskedAgain = true;
      return;
    }
    const sinceMs = this.#parts.clock.now().getTime();
    const serving = { platform: to.platform, sinceMs, isAskedAgain: false };
    this.#serving.set(name, serving);
    try {
      await this.#serve(to);
      // Something said meanwhile may have come too late for it.
      if (serving.isAskedAgain) await this.#sendReplies(to);
    } finally {
      this.#serving.delete(name);
    }
  }

  async #sendReplies(to: Place): Promise<void> {
    const { log, sendReplies } = this.#parts;
    try {
      await sendReplies(to);
    } catch (cause) {
      log.error("room-not-served", cause, { platform: to.platform });
    }
  }

  async #serve(to: Place): Promise<void> {
    const { rows, log, sendReplies } = this.#parts;
    try {
      await sendReplies(to);
      const waiting = [...(rows.at(to)?.announcements.keys() ?? [])];
      let left = mostAtATick;
      for (const key of waiting) {
        // In order: the next message must not overtake this one.
        // oxlint-disable-next-line no-await-in-loop
        const outcome = await this.#attempt(to, key);
        if (outcome === "holds-up") return;
        if (outcome === "tried") left -= 1;
        if (left === 0) return;
      }
    } catch (cause) {
      log.error("room-not-served", cause, { platform: to.platform });
    }
  }

  async #attempt(to: Place, key: string): Promise<"tried" | "passed" | "holds-up"> {
    const { rows, announcing, clock, sendReplies } = this.#parts;
    const room = rows.at(to);
    const waiting = room?.announcements.get(key);
    if (!room || !waiting) return "passed";
    const nowMs = clock.now().getTime();
    if (waiting.dueAt > nowMs) return waiting.holdsUp ? "holds-up" : "passed";
    // Somebody may have been answered meanwhile: a conversation goes first.
    await sendReplies(to);
    // One that failed waits for its next try only.
    const nearby = [...room.announcements.values()].filter(
      (one) => one.dueAt <= nowMs || one.isFailing,
    );
    const outcome = await announcing.attempt(
      waiting,
      nearby.map((one) => one.key),
    );
    if (outcome.kind === "gone") {
      rows.remove(key, to);
      return "tried";
    }
    Object.assign(waiting, { ...outcome, isHurried: false });
    return outcome.holdsUp ? "holds-up" : "passed";
  }
}

/** The rooms of a platform that wait to be served. */
interface Line {
  /** How many more may be served at once. */
  free: number;
  readonly left: Place[];
  /** The same, each once for all who work on them. */
  readonly rest: Iterable<Place>;
}

function lineOf(free: number): Line {
  const left: Place[] = [];
  return { free, left, rest: left.values() };
}

/** A room being served. */
interface Serving {
  readonly platform: string;
  readonly sinceMs: number;
  isAskedAgain: boolean;
}

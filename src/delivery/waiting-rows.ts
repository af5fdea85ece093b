import type { Address } from "../model/address.ts";
import type { OutboxRow } from "../model/outbox-row.ts";

type Place = Pick<Address, "platform" | "room">;

/** What is kept in memory of a row of the outbox; its words are read when it is sent. */
export interface Waiting {
  readonly key: string;
  /** The id of the message it answers. */
  readonly answers: string | undefined;
  /** Since when it is known, ms. */
  readonly since: number;
  /** Not to be looked at before, ms; 0 for at once. */
  dueAt: number;
  /** Those after it in its room wait for it. */
  holdsUp: boolean;
  /** It was tried in vain, and waits for its next try alone. */
  isFailing: boolean;
  /** Somebody asked for it to be tried now. */
  isHurried: boolean;
}

/** What waits for one room, each kind in its order. */
export interface WaitingRoom extends Place {
  /** Said in conversations: they go first. */
  readonly replies: Map<string, Waiting>;
  readonly announcements: Map<string, Waiting>;
}

/** The outbox by rooms, so that nobody has to read it whole. */
export class WaitingRows {
  #rooms = new Map<string, WaitingRoom>();

  add(row: Pick<OutboxRow, "reply" | "announced" | "notBefore">, now: Date): void {
    const { key, to, inReplyTo } = row.reply;
    const room = this.#room(to);
    const line = row.announced ? room.announcements : room.replies;
    if (line.has(key)) return;
    const since = now.getTime();
    const answers = inReplyTo?.id;
    const dueAt = row.notBefore === undefined ? 0 : Date.parse(row.notBefore);
    const known = { key, answers, since, dueAt };
    line.set(key, { ...known, holdsUp: false, isFailing: false, isHurried: false });
  }

  /** What an earlier run left goes before what was added since. @param rows oldest first */
  load(rows: readonly Pick<OutboxRow, "reply" | "announced" | "notBefore">[], now: Date): void {
    const since = this.#rooms;
    this.#rooms = new Map();
    for (const row of rows) this.add(row, now);
    for (const room of since.values()) {
      const whole = this.#room(room);
      for (const [key, waiting] of room.replies) whole.replies.set(key, waiting);
      for (const [key, waiting] of room.announcements) whole.announcements.set(key, waiting);
    }
  }

  remove(key: string, to: Place): void {
    const room = this.at(to);
    room?.replies.delete(key);
    room?.announcements.delete(key);
    if (room && room.replies.size + room.announcements.size === 0) {
      this.#rooms.delete(nameOf(to));
    }
  }

  /** An announcement is to be looked at now, its next try not waited for. */
  hurry({ key, to }: { readonly key: string; readonly to: Place }): void {
    const waiting = this.at(to)?.announcements.get(key);
    if (waiting) Object.assign(waiting, { dueAt: 0, isHurried: true });
  }

  /** What waits for a room; undefined for nothing. */
  at(to: Place): WaitingRoom | undefined {
    return this.#rooms.get(nameOf(to));
  }

  /** The rooms something may have to be sent to now. */
  due(now: Date): readonly Place[] {
    const nowMs = now.getTime();
    return [...this.#rooms.values()].filter(
      ({ replies, announcements }) => replies.size > 0 || isAnyDue(announcements, nowMs),
    );
  }

  /** Everything is to be looked at again: the clock was set back. */
  lookAgain(): void {
    for (const { announcements } of this.#rooms.values()) {
      for (const waiting of announcements.values()) waiting.dueAt = 0;
    }
  }

  #room(to: Place): WaitingRoom {
    const name = nameOf(to);
    const known = this.#rooms.get(name);
    if (known) return known;
    const { platform, room } = to;
    const made = { platform, room, replies: new Map(), announcements: new Map() };
    this.#rooms.set(name, made);
    return made;
  }
}

function isAnyDue(announcements: ReadonlyMap<string, Waiting>, nowMs: number): boolean {
  for (const { dueAt } of announcements.values()) if (dueAt <= nowMs) return true;
  return false;
}

function nameOf({ platform, room }: Place): string {
  return JSON.stringify([platform, room]);
}

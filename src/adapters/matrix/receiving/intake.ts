import type { CryptoSync } from "../crypto/crypto-sync.ts";
import type { OneAtATime } from "../crypto/one-at-a-time.ts";
import type { JoinedRoom, RoomEvent, SyncBatch } from "../room-event.ts";
import type { Arrivals } from "../rooms/arrivals.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { holdsBack, type LateEvents } from "./late-events.ts";
import type { Reader } from "./reader.ts";
import { sinceArrival } from "./since-arrival.ts";

/** What is made of what the server brings. */
export interface IntakeParts {
  readonly ourUser: string;
  readonly rooms: Rooms;
  readonly arrivals: Arrivals;
  readonly reader: Reader;
  readonly late: LateEvents;
  /** A batch, or what a late event says. */
  readonly turns: OneAtATime;
  /** Takes in what concerns encryption; its keys are on disk once this resolves. */
  readonly takeKeys: (sync: CryptoSync) => Promise<void>;
  /** Told of the last event of a room that was taken in. */
  readonly onRead: (room: string, event: RoomEvent) => void;
}

/** What was said in a room. */
interface Said {
  readonly room: string;
  /** In order. */
  readonly events: readonly RoomEvent[];
}

/** Takes in what syncs bring: where we are, then what people said, each room in its order. */
export class Intake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  /** Resolves once all of it is durable: turns taken, or events kept for later. */
  async take(batch: SyncBatch): Promise<void> {
    await this.#parts.turns.run(() => this.#take(batch));
  }

  async #take(batch: SyncBatch): Promise<void> {
    const { takeKeys, rooms, arrivals } = this.#parts;
    await takeKeys(batch.crypto);
    if (batch.directRooms) rooms.setDirect(batch.directRooms);
    await Promise.all(batch.left.map((room) => rooms.leave(room)));
    const said = await Promise.all(batch.joined.map((joined) => this.#enter(joined)));
    // After what rooms say they were replaced by: we may be invited to these.
    await Promise.all(batch.invitations.map((invitation) => arrivals.answer(invitation)));
    if (!batch.isFirst) await Promise.all(said.map((one) => this.#hear(one)));
  }

  /** Takes in a room's state. */
  async #enter({ room, state, timeline, hasGap }: JoinedRoom): Promise<Said> {
    const { rooms, arrivals } = this.#parts;
    if (hasGap) rooms.forget(room);
    const changes = [...state, ...timeline].filter(({ stateKey }) => stateKey !== undefined);
    await rooms.apply(room, changes);
    const arrivedWith = await arrivals.welcome(room, timeline);
    await arrivals.followUpgrade(room, changes);
    return { room, events: sinceArrival(timeline, arrivedWith) };
  }

  async #hear({ room, events }: Said): Promise<void> {
    const { late, ourUser, onRead } = this.#parts;
    let isHeldBack = await late.holdBack(room);
    let last: RoomEvent | undefined;
    for (const event of events) {
      if (event.sender === ourUser || event.stateKey !== undefined) continue;
      // What somebody says next may lean on this, and is not answered before it.
      // oxlint-disable-next-line no-await-in-loop
      isHeldBack = await this.#takeEvent(room, event, isHeldBack);
      last = event;
    }
    if (last) onRead(room, last);
  }

  /** @returns whether what is said next in the room has to wait */
  async #takeEvent(room: string, event: RoomEvent, isHeldBack: boolean): Promise<boolean> {
    const { reader, late } = this.#parts;
    if (event.redacts !== undefined) await late.forget(room, event.redacts);
    const found = isHeldBack
      ? ({ kind: "room-unknown" } as const)
      : await reader.open(room, event, "at-once");
    if (found.kind === "opened") await reader.hand(found);
    else if (found.kind !== "gone") await late.take(room, event, found);
    return holdsBack(found.kind);
  }
}

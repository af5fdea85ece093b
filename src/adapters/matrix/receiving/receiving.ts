import type { Incoming } from "../../../model/incoming-message.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import type { Store } from "../../../ports/store.ts";
import { OneAtATime } from "../crypto/one-at-a-time.ts";
import type { MatrixSettings } from "../matrix-settings.ts";
import type { Us } from "../messages/us.ts";
import type { Homeserver, RoomEvent, SyncBatch } from "../room-event.ts";
import type { RoomMachine } from "../room-machine.ts";
import type { Arrivals } from "../rooms/arrivals.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { EncryptionTalk } from "./encryption-talk.ts";
import { Intake } from "./intake.ts";
import { LateEvents } from "./late-events.ts";
import { Reader } from "./reader.ts";
import { UnreadEvents } from "./unread-events.ts";

/** What receiving is made of. */
export interface ReceivingParts {
  readonly us: Us;
  readonly settings: MatrixSettings;
  readonly server: Homeserver;
  readonly rooms: Rooms;
  readonly arrivals: Arrivals;
  readonly machine: RoomMachine | undefined;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly talk: EncryptionTalk;
  /** Hands something said to the core; resolves once it is durable. */
  readonly receive: (incoming: Incoming) => Promise<void>;
  /** Told of the last event of a room that was taken in. */
  readonly onRead: (room: string, event: RoomEvent) => void;
}

/** All that comes from the server: what each sync brings, and what of it could not be read at first. */
export class Receiving {
  readonly #intake: Intake;
  readonly #late: LateEvents;

  constructor(parts: ReceivingParts) {
    const { settings, machine, store, clock, talk } = parts;
    const turns = new OneAtATime();
    const onClear =
      settings.encryption === "required"
        ? (room: string, event: RoomEvent) => talk.tellEncryptionNeeded(room, event)
        : undefined;
    const reader = new Reader({ ...parts, onClear });
    this.#late = new LateEvents({
      ...parts,
      unread: new UnreadEvents(store, clock),
      reader,
      turns,
      hasEncryption: machine !== undefined,
      onLost: (room, event, loss) => talk.tellUnreadable(room, event, loss),
    });
    this.#intake = new Intake({
      ...parts,
      ourUser: settings.userId,
      reader,
      late: this.#late,
      turns,
      takeKeys: async (sync) => machine?.receive(sync),
    });
    machine?.onRoomKeys(async (rooms) => {
      // Not waited for: it waits itself for the end of the batch that brings the keys.
      void this.#late.tryKeyed(rooms);
    });
  }

  /** Goes on with what an earlier run left; not waited for. */
  start(): void {
    void this.#late.tryAll();
  }

  /** Resolves once all of a batch is durable. */
  async take(batch: SyncBatch): Promise<void> {
    await this.#intake.take(batch);
    this.retryDue();
  }

  /** Tries again what could not be read, where that is due. */
  retryDue(): void {
    void this.#late.tryDue();
  }

  /** Tries nothing more, and resolves once nothing is under way but a batch. */
  async stop(): Promise<void> {
    await this.#late.stop();
  }
}

import type { MatrixSettings } from "../matrix-settings.ts";
import type { EventContent } from "../room-event.ts";

/** Who we are, to tell what is said to us and by whom. */
export interface Us {
  readonly userId: string;
  /** The names we are shown under, here or elsewhere. */
  readonly names: readonly string[];
  readonly settings: Pick<
    MatrixSettings,
    "prefix" | "bots" | "coordinators" | "mediators" | "advisers" | "coordinatorPowerLevel"
  >;
  /** Our own message of this event id, as far back as they are kept. */
  readonly ours: (event: string) => OurMessage | undefined;
  /** Whether we answered the message of this event id, as far back as that is kept. */
  readonly hasAnswered: (event: string) => boolean;
}

/** What is to be known of a message of ours when somebody answers or presses. */
export interface OurMessage {
  /** The key of the reply it shows. */
  readonly key: string | undefined;
  /** The labels of the choices at its end, in order. */
  readonly choices: readonly string[];
  /** The emojis that make them: see `SentReply.signs`. */
  readonly signs?: readonly string[] | undefined;
  /** The user id of the person it answered. */
  readonly asker: string | undefined;
  /** The event id of the root of the thread it was sent in. */
  readonly thread: string | undefined;
}

/** What is to be known of a room to read what is said in it. */
export interface RoomView {
  readonly room: string;
  /** Between one person and us. */
  readonly isDirect: boolean;
  /** Content of `m.room.power_levels`; undefined when the room has none. */
  readonly powerLevels: EventContent | undefined;
  /** Whose power has no limit: creators, in rooms of version 12 and above. Empty before. */
  readonly creators: readonly string[];
}

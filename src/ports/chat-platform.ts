import type { Address } from "../model/address.ts";
import type { Incoming } from "../model/incoming-message.ts";
import type { Reply } from "../model/reply.ts";
import type { CalendarMirror } from "./calendar-mirror.ts";

/**
 * Takes in a message or the deletion of one; resolves once the turn is durable and its replies were
 * handed over. @returns whether a reply to it still waits to be shown
 */
export type Receive = (incoming: Incoming) => Promise<boolean>;

/** What is known of a room. */
export interface RoomDescription {
  /** As people read it. */
  readonly name: string;
  /** About how many people are in it, without us, and without bots where they are known. */
  readonly people: number;
}

/** How long one `send` of an announcement may take, ms: whoever asked looks at it anew before it is sent. */
export const LONGEST_ANNOUNCING_MS = 120_000;

/** A place people talk in. An adapter translates its SDK to this, and nothing more. */
export interface ChatPlatform {
  /** As in `Address.platform`. */
  readonly name: string;
  start(receive: Receive): Promise<void>;
  /**
   * Shows a reply; the same key twice shows one message. Where a message cannot be changed or taken
   * back, a reply that `replaces` another is a new message and a withdrawal shows nothing.
   * @returns the platform's own id of the (first) message it is shown as, where that is known; undefined too of
   * a reply that is only shown in place, when it changed nothing
   * @throws when it may not have been shown: the caller tries again later with the same key. An announcement
   * is shown by no other try than the caller's, each of which ends within `LONGEST_ANNOUNCING_MS`
   */
  send(reply: Reply): Promise<string | undefined>;
  /** Tells the room that an answer is being prepared. */
  showTyping(address: Address): Promise<void>;
  /** Tells of a room, soon or not at all: undefined where nothing is known within a second or so. */
  describeRoom?(address: Address): Promise<RoomDescription | undefined>;
  /** Where the programme is shown too, if it is. */
  readonly calendar?: CalendarMirror | undefined;
  stop(): Promise<void>;
}

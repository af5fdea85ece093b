import type { Address } from "../model/address.ts";
import type { Incoming } from "../model/incoming-message.ts";
import type { Reply } from "../model/reply.ts";

/**
 * Takes in a message or the deletion of one; resolves once the turn is durable and its replies were
 * handed over. @returns whether a reply to it still waits to be shown
 */
export type Receive = (incoming: Incoming) => Promise<boolean>;

/** A place people talk in. An adapter translates its SDK to this, and nothing more. */
export interface ChatPlatform {
  /** As in `Address.platform`. */
  readonly name: string;
  start(receive: Receive): Promise<void>;
  /**
   * Shows a reply; the same key twice shows one message. Where a message cannot be changed or taken
   * back, a reply that `replaces` another is a new message and a withdrawal shows nothing.
   * @throws when it may not have been shown: the caller tries again later with the same key
   */
  send(reply: Reply): Promise<void>;
  /** Tells the room that an answer is being prepared. */
  showTyping(address: Address): Promise<void>;
  stop(): Promise<void>;
}

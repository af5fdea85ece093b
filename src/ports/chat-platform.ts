import type { Address } from "../model/address.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Reply } from "../model/reply.ts";

/** Takes a message in; resolves once the turn is durable and its replies were handed over. */
export type Receive = (message: IncomingMessage) => Promise<void>;

/** A place people talk in. An adapter translates its SDK to this, and nothing more. */
export interface ChatPlatform {
  /** As in `Address.platform`. */
  readonly name: string;
  start(receive: Receive): Promise<void>;
  /**
   * Shows a reply; the same key twice shows one message.
   * @throws when it may not have been shown: the caller tries again later with the same key
   */
  send(reply: Reply): Promise<void>;
  /** Tells the room that an answer is being prepared. */
  showTyping(address: Address): Promise<void>;
  stop(): Promise<void>;
}

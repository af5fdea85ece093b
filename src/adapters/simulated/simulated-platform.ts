import type { Incoming } from "../../model/incoming-message.ts";
import type { Reply } from "../../model/reply.ts";
import type { ChatPlatform, Receive } from "../../ports/chat-platform.ts";

/** A platform that exists only in this process: what is sent is handed to `show`. */
export class SimulatedPlatform implements ChatPlatform {
  readonly name: string;
  readonly #show: (reply: Reply) => void;
  #receive: Receive | undefined;

  constructor(name: string, show: (reply: Reply) => void) {
    this.name = name;
    this.#show = show;
  }

  start(receive: Receive): Promise<void> {
    this.#receive = receive;
    return Promise.resolve();
  }

  /** Somebody writes, presses or deletes; resolves once the turn is over. */
  async deliver(incoming: Incoming): Promise<void> {
    await this.#receive?.(incoming);
  }

  send(reply: Reply): Promise<void> {
    this.#show(reply);
    return Promise.resolve();
  }

  showTyping(): Promise<void> {
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.#receive = undefined;
    return Promise.resolve();
  }
}

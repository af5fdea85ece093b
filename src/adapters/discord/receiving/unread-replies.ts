import type { IncomingMessage } from "../../../model/incoming-message.ts";
import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import { stableKey } from "../stable-key.ts";
import { HOUR_MS } from "../../../model/durations.ts";

/** How long somebody is not told the same again in a channel, and how late it is of no use any more. */
const calmMs = 6 * HOUR_MS;
const mostTold = 5000;

type Notice = Pick<Reply, "key" | "to" | "inReplyTo" | "thread">;

/** Tells people that Discord kept from us what they answered, now and then. */
export class UnreadReplies {
  readonly #send: (notice: Notice) => Promise<void>;
  readonly #clock: Clock;
  readonly #told = new Map<string, number>();

  constructor(send: (notice: Notice) => Promise<void>, clock: Clock) {
    this.#send = send;
    this.#clock = clock;
  }

  /** @param message whose words are not there */
  async tell({ id, from, address, thread, sentAt }: IncomingMessage): Promise<void> {
    const now = this.#clock.now().getTime();
    if (now - sentAt.getTime() > calmMs) return;
    const who = JSON.stringify([thread ?? address.room, from]);
    const told = this.#told.get(who);
    if (told !== undefined && now - told < calmMs) return;
    this.#told.set(who, now);
    const [oldest] = this.#told.keys();
    if (this.#told.size > mostTold && oldest !== undefined) this.#told.delete(oldest);
    const key = stableKey("unread", id);
    await this.#send({ key, to: address, inReplyTo: { id, from }, ...(thread && { thread }) });
  }
}

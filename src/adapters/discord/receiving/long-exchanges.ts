import type { IncomingMessage } from "../../../model/incoming-message.ts";

/** The third turn within this time is a conversation, and others read here too. */
const windowMs = 15 * 60_000;
const turnsInChannel = 2;
/** Beyond this many people, those silent are forgotten. */
const mostPeople = 5000;

/** Counts the turns people take in shared channels: a long exchange goes on in a thread. */
export class LongExchanges {
  readonly #turns = new Map<string, { readonly id: string; readonly at: number }[]>();
  readonly #wanted = new Set<string>();

  /** Counts a message that is for us, once: catching up may tell again what the gateway told. */
  hear({ id, from, address, thread, sentAt }: IncomingMessage): void {
    if (address.isDirect || thread !== undefined) return;
    const who = JSON.stringify([address.room, from]);
    const now = sentAt.getTime();
    const recent = (this.#turns.get(who) ?? []).filter(({ at }) => at > now - windowMs);
    if (recent.some((turn) => turn.id === id)) return;
    recent.push({ id, at: now });
    this.#turns.delete(who);
    this.#turns.set(who, recent);
    if (recent.length > turnsInChannel) this.#wanted.add(id);
    // Those that are never answered, as somebody's who is much too fast.
    const [unanswered] = this.#wanted;
    if (this.#wanted.size > mostPeople && unanswered !== undefined) this.#wanted.delete(unanswered);
    const [oldest] = this.#turns.keys();
    if (this.#turns.size > mostPeople && oldest !== undefined) this.#turns.delete(oldest);
  }

  /** Whether the answer to a message belongs in a thread. Asked once. */
  wantsThread(message: string): boolean {
    return this.#wanted.delete(message);
  }
}

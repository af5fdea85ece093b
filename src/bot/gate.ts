import { personKey } from "../model/address.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import { HOUR_MS } from "../model/durations.ts";

/** Whether a message gets a turn, and if not why, for the log. */
export type Passage =
  | { readonly kind: "yes" }
  | { readonly kind: "no"; readonly why: "not-for-us" | "bot" | "too-old" | "too-fast" }
  /** The one message that says "too fast", before silence. */
  | { readonly kind: "warn" };

/** The limits of the gate. */
export interface GateLimits {
  readonly messagesPerMinute: number;
  readonly oldestMessageHours: number;
}

const MS_PER_MINUTE = 60_000;
/** Beyond this many people in a minute, those silent for a minute are forgotten. */
const MOST_PEOPLE = 10_000;

/** Says which messages are answered: addressed to us, from a person, recent, at a human pace. */
export class Gate {
  readonly #limits: GateLimits;
  readonly #arrivals = new Map<string, { times: number[]; wasWarned: boolean }>();

  constructor(limits: GateLimits) {
    this.#limits = limits;
  }

  judge(message: IncomingMessage, now: Date): Passage {
    if (message.isFromBot) return { kind: "no", why: "bot" };
    // A sign is for whoever follows the message it is on: there is nothing to answer.
    if (!message.isForUs || message.reacts) return { kind: "no", why: "not-for-us" };
    const age = now.getTime() - message.sentAt.getTime();
    if (age > this.#limits.oldestMessageHours * HOUR_MS) return { kind: "no", why: "too-old" };
    return this.#judgePace(personKey(message.address.platform, message.from), now.getTime());
  }

  #judgePace(person: string, nowMs: number): Passage {
    const since = nowMs - MS_PER_MINUTE;
    const before = this.#arrivals.get(person);
    const recent = (before?.times ?? []).filter(
      // A clock set back must not mute anybody.
      (time) => time > since && time <= nowMs,
    );
    const isTooFast = recent.length >= this.#limits.messagesPerMinute;
    const wasWarned = isTooFast && before?.wasWarned === true;
    // What is refused does not count: a minute of calm opens the gate again.
    if (!isTooFast) recent.push(nowMs);
    this.#arrivals.set(person, { times: recent, wasWarned: isTooFast });
    if (this.#arrivals.size > MOST_PEOPLE) this.#forgetSilent(since);
    if (!isTooFast) return { kind: "yes" };
    return wasWarned ? { kind: "no", why: "too-fast" } : { kind: "warn" };
  }

  #forgetSilent(since: number): void {
    for (const [person, { times }] of this.#arrivals) {
      if ((times.at(-1) ?? 0) <= since) this.#arrivals.delete(person);
    }
  }
}

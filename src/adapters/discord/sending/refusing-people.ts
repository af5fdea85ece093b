import { PlaceRefused } from "../../../model/errors.ts";
import type { Clock } from "../../../ports/clock.ts";

/** How long somebody who takes no direct messages is not tried again, unless they write to us before. */
const calmMs = 10 * 60_000;
const mostKept = 5000;

/**
 * People and direct channels that took no message of ours a moment ago: they are told apart without asking
 * Discord each minute, which would ban an address that is refused too often.
 * Source: https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export class RefusingPeople {
  readonly #clock: Clock;
  readonly #since = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws PlaceRefused where one was refused a moment ago. @param who the person, or the channel with them */
  check(who: string): void {
    const since = this.#since.get(who);
    if (since === undefined || Math.abs(this.#now() - since) >= calmMs) return;
    throw new PlaceRefused("a person takes no direct messages");
  }

  /** They took none. */
  refused(who: string): void {
    this.#since.set(who, this.#now());
    const [oldest] = this.#since.keys();
    if (this.#since.size > mostKept && oldest !== undefined) this.#since.delete(oldest);
  }

  /** They wrote to us: they may take some again. */
  heard(...who: readonly string[]): void {
    for (const one of who) this.#since.delete(one);
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

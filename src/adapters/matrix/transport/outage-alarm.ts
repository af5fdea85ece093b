import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { reasonOf } from "./server-faults.ts";

/** One line in the log when the server is away, one when it is back, however many tries lie between. */
export class OutageAlarm {
  readonly #log: Log;
  readonly #clock: Clock;
  #failures = 0;
  #since: Date | undefined;

  constructor({ log, clock }: { readonly log: Log; readonly clock: Clock }) {
    this.#log = log;
    this.#clock = clock;
  }

  /** At the second failure in a row: a single connection that is cut is no outage. */
  failed(cause: unknown): void {
    this.#since ??= this.#clock.now();
    this.#failures += 1;
    if (this.#failures === 2) this.#log.warn("homeserver-away", { reason: reasonOf(cause) });
  }

  answered(): void {
    if (this.#since && this.#failures > 1) {
      const seconds = Math.round((this.#clock.now().getTime() - this.#since.getTime()) / 1000);
      this.#log.info("homeserver-back", { seconds });
    }
    this.#failures = 0;
    this.#since = undefined;
  }
}

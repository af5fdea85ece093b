import { setMaxListeners } from "node:events";
import { setTimeout as timeout } from "node:timers/promises";
import type { Log } from "../../../ports/log.ts";
import { backOffMs } from "../transport/back-off.ts";
import { reasonOf, ServerUnreachable } from "../transport/server-faults.ts";

/** The pauses of rooms whose messages cannot be shown now, until the run ends. */
export class Pauses {
  readonly #log: Log;
  readonly #ending = alarm();
  #waking = alarm();

  constructor(log: Log) {
    this.#log = log;
  }

  /** Whether the run ends: nothing is tried again. */
  get areOver(): boolean {
    return this.#ending.signal.aborted;
  }

  /** The server can be reached again: what waits for that is tried now. */
  wake(): void {
    this.#waking.abort();
    this.#waking = alarm();
  }

  /** Ends them all, for good. */
  end(): void {
    this.#ending.abort();
    this.wake();
  }

  /** @param failures in a row, 1 or more */
  async wait(room: string, failures: number, cause: unknown): Promise<void> {
    if (this.areOver) return;
    const log = this.#log;
    const isAway = cause instanceof ServerUnreachable;
    // That the server is away is told once, by the sync.
    if (isAway) log.info("message-waits", { room, failures });
    // The first time with its cause; then now and again.
    else if (failures === 1) log.error("message-delayed", cause, { room });
    else if (failures % 10 === 0) {
      log.warn("message-delayed", { room, failures, why: reasonOf(cause) });
    }
    // A server that answers the sync and refuses the message is not asked sooner for it.
    const { signal } = isAway ? this.#waking : this.#ending;
    try {
      await timeout(backOffMs(failures, Math.random()), undefined, { signal });
    } catch {
      // Woken.
    }
  }
}

function alarm(): AbortController {
  const made = new AbortController();
  // Every room that waits hears it.
  setMaxListeners(0, made.signal);
  return made;
}

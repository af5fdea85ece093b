import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import { errorCodeOf, reasonOf } from "../transport/server-faults.ts";
import { HOUR_MS } from "../../../model/durations.ts";

/** What errands need. */
export interface ErrandsParts {
  readonly clock: Clock;
  readonly log: Log;
  /** Told of a room whose errand is of no use. */
  readonly onGivenUp: (room: string) => Promise<void>;
}

/** Something to do at the server for a room; doing it twice is doing it once. */
type Task = () => Promise<void>;

interface Errand {
  readonly task: Task;
  readonly failures: number;
  /** In milliseconds since 1970. */
  readonly dueAt: number;
}

/** However many invitations come at once, the server is not flooded. */
const mostAtOnce = 4;
const firstWaitMs = 2000;
const longestWaitMs = HOUR_MS;
/** With these waits, about a day. */
const mostTries = 34;

/** What is to be done for rooms, a few at a time; what fails is tried again, later and later. */
export class Errands {
  readonly #parts: ErrandsParts;
  readonly #waiting = new Map<string, Errand>();
  readonly #running = new Map<string, Promise<void>>();
  #isEnding = false;

  constructor(parts: ErrandsParts) {
    this.#parts = parts;
  }

  /** Has a task done, in the place of the one that waits for this room; after the one under way. */
  begin(room: string, task: Task): void {
    this.#waiting.set(room, { task, failures: 0, dueAt: 0 });
    this.retryDue();
  }

  /** Tries again what has waited long enough. */
  retryDue(): void {
    const now = this.#parts.clock.now().getTime();
    for (const [room, errand] of this.#waiting) {
      if (this.#isEnding || this.#running.size >= mostAtOnce) return;
      if (errand.dueAt > now || this.#running.has(room)) continue;
      this.#waiting.delete(room);
      this.#running.set(room, this.#run(room, errand));
    }
  }

  /** Begins nothing more, and resolves once nothing is under way. */
  async stop(): Promise<void> {
    this.#isEnding = true;
    await Promise.all(this.#running.values());
  }

  async #run(room: string, errand: Errand): Promise<void> {
    try {
      await errand.task();
    } catch (cause) {
      await this.#failed(room, errand, cause);
    } finally {
      this.#running.delete(room);
      this.retryDue();
    }
  }

  async #failed(room: string, { task, failures }: Errand, cause: unknown): Promise<void> {
    const { clock, log, onGivenUp } = this.#parts;
    // Cut off at the end: the next run goes on.
    if (cause instanceof Error && cause.name === "AbortError") return;
    if (isRefused(cause) || failures + 1 >= mostTries) {
      log.error("room-not-joined-or-left", cause, { room });
      await onGivenUp(room).catch((fault: unknown) => {
        log.error("room-not-given-up", fault, { room });
      });
      return;
    }
    if (failures === 0) log.info("room-tried-again-later", { room, why: reasonOf(cause) });
    // Something else was asked for meanwhile.
    if (this.#waiting.has(room)) return;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** failures);
    const dueAt = clock.now().getTime() + waitMs;
    this.#waiting.set(room, { task, failures: failures + 1, dueAt });
  }
}

/** Said by the homeserver itself: asking again changes nothing. */
function isRefused(cause: unknown): boolean {
  if (!(cause instanceof RefusedByServer)) return false;
  return ["M_FORBIDDEN", "M_NOT_FOUND"].includes(errorCodeOf(cause) ?? "");
}

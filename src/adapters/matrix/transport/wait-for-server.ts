import type { Log } from "../../../ports/log.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import { backOffMs } from "./back-off.ts";
import { realWait, type Wait } from "./repeat-request.ts";
import { reasonOf, ServerUnreachable } from "./server-faults.ts";

/** What waiting for a server needs. */
export interface ServerWaiting {
  readonly log: Log;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  readonly random?: () => number;
  readonly wait?: Wait;
}

/**
 * Does what needs the server, again and again for as long as it is away: after a power cut, whatever
 * starts both of us may start us first. Told once in the log.
 * @throws what is no outage, and the signal's reason
 */
export async function waitForServer<T>(task: () => Promise<T>, how: ServerWaiting): Promise<T> {
  return tryAgain(task, how, 1);
}

async function tryAgain<T>(
  task: () => Promise<T>,
  how: ServerWaiting,
  attempt: number,
): Promise<T> {
  try {
    return await task();
  } catch (cause) {
    const outage = outageIn(cause);
    if (!outage) throw cause;
    const { log, signal, random = Math.random, wait = realWait } = how;
    if (attempt === 1) {
      log.warn("homeserver-away", {
        reason: reasonOf(outage),
        remedy: "it is waited for; if that lasts, check matrix.homeserver and that it runs",
      });
    }
    await wait(backOffMs(attempt, random()), signal);
    return tryAgain(task, how, attempt + 1);
  }
}

/** The fault of a server that may be back later, wherever in the chain of causes it stands. */
function outageIn(cause: unknown): Error | undefined {
  if (cause instanceof ServerUnreachable) return cause;
  if (cause instanceof RefusedByServer) return cause.status >= 500 ? cause : undefined;
  return cause instanceof Error ? outageIn(cause.cause) : undefined;
}

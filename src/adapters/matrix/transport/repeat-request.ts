import { setTimeout as timeout } from "node:timers/promises";
import { RefusedByServer } from "../crypto/key-server.ts";
import { backOffMs } from "./back-off.ts";
import { askedWaitMs, RateLimited, ServerUnreachable } from "./server-faults.ts";

/** Waits so many milliseconds; rejects when the signal ends it. */
export type Wait = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

/** Waits in real time. */
export const realWait: Wait = async (ms, signal) => {
  await timeout(ms, undefined, signal ? { signal } : {});
};

/** What repeating needs. */
export interface Repeating {
  /** Doing it twice is doing it once. */
  readonly isSafe: boolean;
  /** Most tries after faults, the first counted. */
  readonly tries: number;
  readonly signal: AbortSignal | undefined;
  readonly now: () => Date;
  readonly random: () => number;
  readonly wait: Wait;
  /** Told before each wait that the server asked for. */
  readonly onRateLimit: (waitMs: number) => void;
}

/** A server that never has room for us is not asked for ever. */
const mostRateLimits = 60;

/**
 * Tries again what trying again may mend: what the server had no time for (it was not done), and where it
 * is safe, faults of the server and of the network.
 * @throws what the last try throws
 */
export async function repeatRequest<T>(attempt: () => Promise<T>, how: Repeating): Promise<T> {
  return tryFrom(attempt, how, { faults: 0, rateLimits: 0 });
}

interface SoFar {
  readonly faults: number;
  readonly rateLimits: number;
}

async function tryFrom<T>(attempt: () => Promise<T>, how: Repeating, soFar: SoFar): Promise<T> {
  try {
    return await attempt();
  } catch (cause) {
    const { waitMs, next } = afterFailure(cause, how, soFar);
    await how.wait(waitMs, how.signal);
    return tryFrom(attempt, how, next);
  }
}

/** How long to wait before the next try. @throws the cause, when there is to be none */
function afterFailure(
  cause: unknown,
  how: Repeating,
  { faults, rateLimits }: SoFar,
): { readonly waitMs: number; readonly next: SoFar } {
  if (cause instanceof RateLimited) {
    if (rateLimits + 1 >= mostRateLimits) throw cause;
    const waitMs = askedWaitMs(cause, how.now()) ?? backOffMs(rateLimits + 1, how.random());
    how.onRateLimit(waitMs);
    return { waitMs, next: { faults, rateLimits: rateLimits + 1 } };
  }
  if (!how.isSafe || !mayPass(cause) || faults + 1 >= how.tries) throw cause;
  return { waitMs: backOffMs(faults + 1, how.random()), next: { faults: faults + 1, rateLimits } };
}

/** A fault that may be over at the next try. */
function mayPass(cause: unknown): boolean {
  if (cause instanceof ServerUnreachable) return true;
  // 501: it will never know how.
  return cause instanceof RefusedByServer && cause.status >= 500 && cause.status !== 501;
}

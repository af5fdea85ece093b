import { setTimeout as timeout } from "node:timers/promises";
import type { Log } from "../../ports/log.ts";
import { DiscordUnreachable } from "./rest.ts";

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** Tries until Discord answers, more and more rarely. @throws what waiting does not mend, and once it is told to stop */
export async function untilReached<T>(
  task: () => Promise<T>,
  log: Log,
  signal: AbortSignal,
  pauseMs = firstPauseMs,
): Promise<T> {
  try {
    return await task();
  } catch (cause) {
    if (!(cause instanceof DiscordUnreachable)) throw cause;
    log.warn("discord-unreachable", { pauseMs, why: cause.message });
    await timeout(pauseMs, undefined, { signal });
    return untilReached(task, log, signal, Math.min(pauseMs * 2, longestPauseMs));
  }
}

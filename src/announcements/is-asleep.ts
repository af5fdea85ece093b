import { MINUTE_MS } from "../model/durations.ts";

/** Ticks come every minute: after so long without one, nothing is sent any more. */
const ASLEEP_MS = 5 * MINUTE_MS;

/** Whether the announcer has stopped, from when it last planned. */
export function isAsleep(lastTickAt: Date, now: Date): boolean {
  return now.getTime() - lastTickAt.getTime() > ASLEEP_MS;
}

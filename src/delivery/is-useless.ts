import type { Reply } from "../model/reply.ts";

/** Whether the time of a message is over: an offer that somebody else has by now. */
export function isUseless({ usefulUntil }: Reply, now: Date): boolean {
  return usefulUntil !== undefined && now > new Date(usefulUntil);
}

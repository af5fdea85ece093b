import type { ToldWorkshop } from "../model/stored-announcer.ts";
import { DAY_MS } from "../model/durations.ts";

/** A digest comes once a week. */
const WEEK_MS = 7 * DAY_MS;

/** Whether people were first told of a workshop since the last digest, or are not yet. */
export function isNewSinceDigest(known: ToldWorkshop | undefined, now: Date): boolean {
  if (!known) return true;
  return known.since !== undefined && now.getTime() - Date.parse(known.since) < WEEK_MS;
}

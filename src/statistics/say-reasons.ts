import type { Tell } from "../model/phrases.ts";

/** Why messages are not sent, as the ledger says it and as people read it. */
const reasons = [
  "gone",
  "unpublished",
  "cancelled",
  "postponed",
  "moved",
  "over",
  "restored",
  "too-late",
  "told-in-another",
  "outcome-unknown",
  "no-longer-wanted",
  "quiet",
  "nothing-to-tell",
  "nothing-to-correct",
] as const;

/** Why messages were not sent, with how many of each: "trop tard : 3, atelier annulé : 1". */
export function sayReasons(skipped: ReadonlyMap<string, number>, tell: Tell): string {
  return listCounts(skipped, tell, (name) => {
    const known = reasons.find((one) => one === name);
    return tell(known === undefined ? "statistics-reason-other" : `statistics-reason-${known}`);
  });
}

/** What platforms said of messages that could not be sent, with how many of each. */
export function sayFailures(failed: ReadonlyMap<string, number>, tell: Tell): string {
  return listCounts(failed, tell, (why) => why);
}

/** How many there are, whatever the reason. */
export function countAll(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, one) => sum + one, 0);
}

function listCounts(
  counts: ReadonlyMap<string, number>,
  tell: Tell,
  nameOf: (name: string) => string,
): string {
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => tell("statistics-reason", { reason: nameOf(name), count }))
    .join(", ");
}

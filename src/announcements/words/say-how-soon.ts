import type { PhraseKey } from "../../model/phrases.ts";
import { dayOf, timeOf, wallTimeAt } from "../../workshops/wall-time.ts";
import type { Announcing } from "./announcing.ts";
import { DAY_MS, MINUTE_MS } from "../../model/durations.ts";

/** From this hour on their wall, people say "tonight". */
const EVENING = "18:00";

/** How soon it starts, in a word that is true on the clock of who reads: "Demain", "Ce soir". */
export function howSoon(start: Date, { now, timeZone }: Announcing): PhraseKey {
  const wall = wallTimeAt(start, timeZone);
  const days = daysBetween(dayOf(wallTimeAt(now, timeZone)), dayOf(wall));
  if (days === 0) return timeOf(wall) >= EVENING ? "announce-tonight" : "announce-today";
  if (days === 1) return "announce-tomorrow";
  return days === 3 ? "announce-in-three-days" : "announce-soon";
}

/** The same for the last hour: "Dans une heure" only when that is so. */
export function howVerySoon(start: Date, { now }: Announcing): PhraseKey {
  const minutes = (start.getTime() - now.getTime()) / MINUTE_MS;
  return minutes >= 45 && minutes <= 75 ? "announce-in-an-hour" : "announce-very-soon";
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

import type { WallTime } from "../../model/workshop.ts";
import { dayIn } from "./take-date.ts";
import { without, type TakenDays } from "./taken-days.ts";
import { addDays, dayOf } from "../wall-time.ts";

/**
 * Takes a day by its distance from today out of a text ("demain", "ce soir", "dans 3 jours").
 * @param text as `plainDateText` gives it
 * @param today the wall time it is
 */
export function takeRelative(text: string, today: WallTime): TakenDays | undefined {
  for (const [form, distance] of distances) {
    const match = form.exec(text);
    if (match) return { days: [dayOf(addDays(today, distance))], rest: without(text, match) };
  }
  const later =
    /\b(?:dans|in) (?<count>\d{1,3}|an?) (?<unit>jours?|days?|semaines?|weeks?|mois|months?)\b/u.exec(
      text,
    );
  if (later?.groups) {
    const count = Number(later.groups["count"]?.replace(/an?/u, "1"));
    const days = daysAway(today, count, later.groups["unit"] ?? "");
    return { days, rest: without(text, later), isChoice: true };
  }
  return undefined;
}

const distances: readonly (readonly [RegExp, number])[] = [
  [/\bapres[- ]demain\b|\b(?:the )?day after tomorrow\b/u, 2],
  [/\bdemain\b|\btomorrow\b/u, 1],
  [
    /\baujourd'? ?hui\b|\btoday\b|\b(?:cet?|cette|this) (?=matin|midi|apres|soir|morning|afternoon|evening)|(?=\btonight\b)/u,
    0,
  ],
];

/** "Dans 15 jours" is two weeks to most and fifteen days to some; "dans 8 jours" a week likewise. */
function daysAway(today: WallTime, count: number, unit: string): string[] {
  const day = (distance: number) => dayOf(addDays(today, distance));
  if (/^(?:semaine|week)/u.test(unit)) return [day(7 * count)];
  if (unit.startsWith("mo")) {
    const [year = 0, month = 0, date = 0] = dayOf(today).split("-").map(Number);
    const since = year * 12 + month - 1 + count;
    return dayIn(Math.floor(since / 12), (since % 12) + 1, date);
  }
  const isIdiom = unit.startsWith("jour") && (count === 8 || count === 15);
  return isIdiom ? [day(count - 1), day(count)] : [day(count)];
}

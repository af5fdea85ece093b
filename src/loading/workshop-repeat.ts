import type { RepeatPattern, WorkshopRepeat } from "../model/incoming-workshop.ts";
import { weekdayNames, type WorkshopEntry } from "./workshop-shapes.ts";
import type { TellProblem } from "./workshop-sessions.ts";

/** Those of HH:MM. */
const CLOCK_CHARACTERS = 5;

/** How an entry repeats, when it does; what is missing for it is told. */
export function repeatOf(entry: WorkshopEntry, tell: TellProblem): WorkshopRepeat | undefined {
  const { repeats, day, starts } = entry;
  if (!repeats) return undefined;
  const { until, count } = repeats;
  if (entry["previous-starts"].length > 0) {
    tell("previous-starts", "a series has no previous starts", "Write the moved one as its own");
  }
  if (starts.some((start) => start.length > CLOCK_CHARACTERS)) {
    tell("starts", "a series with an offset", "Write HH:MM: it keeps this hour all year");
  }
  if ((until === undefined) === (count === undefined)) {
    tell("repeats", "a series without an end, or with two", "Write until or count");
    return undefined;
  }
  if (until !== undefined && until < day) {
    tell("repeats", `a series until ${until}, before its day (${day})`, "Give a later day");
  }
  return {
    pattern: patternOf(repeats, day),
    end: count === undefined ? { until: until ?? day } : { count },
    exceptions: repeats.except,
    skipHolidaysOf: repeats["skip-holidays"],
  };
}

function patternOf(repeats: NonNullable<WorkshopEntry["repeats"]>, day: string): RepeatPattern {
  const { every, interval } = repeats;
  if (every === "week") {
    const weekdays = repeats.on?.map((name) => numberOf(name)) ?? [weekdayOf(day)];
    return { every, weekdays, interval };
  }
  const { on } = repeats;
  if (typeof on === "object") {
    return { every, on: { weekday: numberOf(on.weekday), nth: on.nth }, interval };
  }
  return { every, on: { date: on ?? Number(day.slice(8)) }, interval };
}

function numberOf(weekday: (typeof weekdayNames)[number]): number {
  return weekdayNames.indexOf(weekday) + 1;
}

/** Monday 1 to Sunday 7. */
function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

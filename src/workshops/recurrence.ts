import type { RepeatPattern, WorkshopRepeat } from "../model/incoming-workshop.ts";
import type { WallTime } from "../model/workshop.ts";
import { holidayOn, type HolidayName } from "./french-holidays.ts";
import { addDays, dayOf, instantsOf, timeOf, weekdayOf } from "./wall-time.ts";

/** A series with its place in time: what it takes to write it out. */
export interface Recurrence extends WorkshopRepeat {
  /** The earliest moment, and the hour of all; an occurrence itself only when the pattern falls on its day. */
  readonly start: WallTime;
  readonly timeZone: string;
}

/** What a coordinator should know before the series is made. */
export type RecurrenceWarning =
  /** A month (`2027-02`) has no such date, as the 31st or a fifth Tuesday: nothing in it. */
  | { readonly kind: "no-such-date"; readonly month: string }
  | { readonly kind: "holiday-skipped"; readonly day: string; readonly holiday: HolidayName }
  /** Clocks skip this time: it stays in the series, and stands for the instant `instantOf` gives. */
  | { readonly kind: "skipped-time"; readonly start: WallTime }
  /** Clocks show this time twice: it stays in the series, and stands for the first. */
  | { readonly kind: "double-time"; readonly start: WallTime }
  /** No date of the series falls on this exception. */
  | { readonly kind: "needless-exception"; readonly day: string }
  /** The series was to go on; it stops before this day, a year after its start. */
  | { readonly kind: "cut-after-a-year"; readonly before: string };

/** The starts of a series, in order, and what is odd about them. */
export interface Occurrences {
  readonly starts: readonly WallTime[];
  readonly warnings: readonly RecurrenceWarning[];
}

/**
 * Writes a series out, for 12 months from its start at most.
 * @throws RangeError for an interval or a count below 1
 */
export function occurrencesOf(rule: Recurrence): Occurrences {
  if (rule.pattern.interval < 1)
    throw new RangeError(`interval ${rule.pattern.interval}: 1 or more`);
  const { dates, missing, isCut } = datesOf(rule);
  const kept = dates.filter((day) => !rule.exceptions.includes(day));
  const holidays = kept.flatMap((day) => skippedHoliday(day, rule));
  const isSkipped = new Set(holidays.map(({ day }) => day));
  const starts = kept
    .filter((day) => !isSkipped.has(day))
    .map((day) => `${day}T${timeOf(rule.start)}`);
  const needless = rule.exceptions.filter((day) => !dates.includes(day));
  return {
    starts,
    warnings: [
      ...missing.map((month) => ({ kind: "no-such-date" as const, month })),
      ...holidays,
      ...starts.flatMap((start) => clockWarning(start, rule.timeZone)),
      ...needless.map((day) => ({ kind: "needless-exception" as const, day })),
      ...(isCut ? [{ kind: "cut-after-a-year" as const, before: yearAfter(rule.start) }] : []),
    ],
  };
}

function datesOf(rule: Recurrence) {
  const { start, pattern, end } = rule;
  const first = dayOf(start);
  const limit = yearAfter(start);
  const most = "count" in end ? end.count : Number.POSITIVE_INFINITY;
  if (most < 1) throw new RangeError(`count ${most}: 1 or more`);
  const last = "until" in end ? end.until : "9999-12-31";
  const { days, missing } =
    pattern.every === "week" ? weekly(pattern, first, limit) : monthly(pattern, first, limit);
  const wanted = days.filter((day) => day <= last).slice(0, most);
  const lastWanted = wanted.at(-1) ?? first;
  // With a count, what comes after the last one is nobody's concern.
  const stop = wanted.length === most ? lastWanted : last;
  return {
    dates: wanted,
    missing: missing.filter((month) => month <= stop.slice(0, 7)),
    isCut: "count" in end ? wanted.length < most : last >= limit,
  };
}

/** The days of a pattern from `first` on, before `limit`, and the months that have none. */
interface PatternDays {
  readonly days: readonly string[];
  readonly missing: readonly string[];
}

function weekly(
  { weekdays, interval }: Extract<RepeatPattern, { every: "week" }>,
  first: string,
  limit: string,
): PatternDays {
  const noon = `${first}T12:00`;
  const monday = addDays(noon, 1 - weekdayOf(noon));
  const days: string[] = [];
  for (let week = 0; dayOf(addDays(monday, 7 * week)) < limit; week += interval) {
    for (const weekday of [...new Set(weekdays)].toSorted((a, b) => a - b)) {
      const day = dayOf(addDays(monday, 7 * week + weekday - 1));
      if (day >= first && day < limit) days.push(day);
    }
  }
  return { days, missing: [] };
}

function monthly(
  { on, interval }: Extract<RepeatPattern, { every: "month" }>,
  first: string,
  limit: string,
): PatternDays {
  const days: string[] = [];
  const missing: string[] = [];
  for (let later = 0; later <= 12; later += interval) {
    const month = monthAfter(first.slice(0, 7), later);
    const day = "date" in on ? dateIn(month, on.date) : nthWeekdayIn(month, on);
    if (day === undefined) missing.push(month);
    else if (day >= first && day < limit) days.push(day);
  }
  return {
    days,
    missing: missing.filter((month) => `${month}-28` >= first && month < limit.slice(0, 7)),
  };
}

function dateIn(month: string, date: number): string | undefined {
  return date >= 1 && date <= daysIn(month)
    ? `${month}-${String(date).padStart(2, "0")}`
    : undefined;
}

function nthWeekdayIn(
  month: string,
  { weekday, nth }: { readonly weekday: number; readonly nth: number | "last" },
): string | undefined {
  const firstSuch = 1 + ((weekday - weekdayOf(`${month}-01T12:00`) + 7) % 7);
  if (nth !== "last") return dateIn(month, firstSuch + 7 * (nth - 1));
  return dateIn(month, firstSuch + 7 * Math.floor((daysIn(month) - firstSuch) / 7));
}

function daysIn(month: string): number {
  return Number(addDays(`${monthAfter(month, 1)}-01T12:00`, -1).slice(8, 10));
}

function monthAfter(month: string, later: number): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  const since = year * 12 + number - 1 + later;
  return `${Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, "0")}`;
}

/** The same date a year later; of 29 February, 1 March. */
function yearAfter(start: WallTime): string {
  const month = monthAfter(start.slice(0, 7), 12);
  return dateIn(month, Number(start.slice(8, 10))) ?? `${monthAfter(month, 1)}-01`;
}

function skippedHoliday(day: string, { skipHolidaysOf }: Recurrence) {
  const holiday = skipHolidaysOf === undefined ? undefined : holidayOn(day, skipHolidaysOf);
  return holiday ? [{ kind: "holiday-skipped" as const, day, holiday: holiday.name }] : [];
}

function clockWarning(start: WallTime, zone: string): RecurrenceWarning[] {
  const times = instantsOf(start, zone).length;
  if (times === 1) return [];
  return [{ kind: times === 0 ? "skipped-time" : "double-time", start }];
}

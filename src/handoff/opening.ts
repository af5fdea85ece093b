import type { OpeningHours } from "../model/directory.ts";
import { DAY_MS, HOUR_MS } from "../model/durations.ts";
import { holidaysOf } from "../workshops/french-holidays.ts";
import { dayOf, instantOf, wallTimeAt } from "../workshops/wall-time.ts";

/** A stretch somebody is there, in ms since 1970; `to` excluded. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How far ahead an opening is looked for, in days: past the longest summer. */
const LOOKED_AHEAD = 90;

/** Whether somebody is there; at the very minute of closing, nobody is. */
export function isOpenAt(hours: OpeningHours, at: Date): boolean {
  return closesAt(hours, at) !== undefined;
}

/** When what is open at an instant closes, a whole night open counted on; undefined where it is closed then. */
export function closesAt(hours: OpeningHours, at: Date): Date | undefined {
  let end: number | undefined;
  for (const { from, to } of stretchesFrom(hours, at, LOOKED_AHEAD)) {
    if (from > (end ?? at.getTime())) break;
    if (to > at.getTime()) end = to;
  }
  return end === undefined ? undefined : new Date(end);
}

/**
 * The next moment somebody is there: the instant itself where it is open.
 * @returns undefined when nothing opens within 90 days
 */
export function nextOpening(hours: OpeningHours, at: Date): Date | undefined {
  for (const { from, to } of stretchesFrom(hours, at, LOOKED_AHEAD)) {
    if (to > at.getTime()) return new Date(Math.max(from, at.getTime()));
  }
  return undefined;
}

/** How long it was open between two instants, in ms; 0 when the second is the earlier. */
export function workingMs(hours: OpeningHours, from: Date, to: Date): number {
  let sum = 0;
  for (const stretch of stretchesFrom(hours, from, Infinity)) {
    if (stretch.from >= to.getTime()) break;
    const start = Math.max(stretch.from, from.getTime());
    sum += Math.max(0, Math.min(stretch.to, to.getTime()) - start);
  }
  return sum;
}

/**
 * The instant after which it was open for so long; the instant itself for none.
 * @param ms 0 or more
 * @returns undefined when it closes for more than 90 days before
 */
export function addWorkingMs(hours: OpeningHours, from: Date, ms: number): Date | undefined {
  if (ms <= 0) return from;
  let left = ms;
  let last = from.getTime();
  for (const stretch of stretchesFrom(hours, from, Infinity)) {
    const start = Math.max(stretch.from, from.getTime());
    if (start - last > LOOKED_AHEAD * DAY_MS) return undefined;
    const open = Math.max(0, stretch.to - start);
    if (open >= left) return new Date(start + left);
    left -= open;
    last = Math.max(last, stretch.to);
  }
  return undefined;
}

/**
 * How long a working day is, in ms: what a week has of opening, shared among the days it opens at all. So a
 * team there on Tuesday and Thursday has two working days a week, and "four working days" is two weeks for it.
 * Those never open have the ordinary day of `ordinaryHours`.
 */
export function workingDayMs({ ranges }: OpeningHours): number {
  const days = [...new Set(ranges.map(({ day }) => day))];
  const minutes = days
    .flatMap((day) =>
      joined(
        ranges
          .filter((range) => range.day === day)
          .map((range) => ({ from: minuteOf(range.from), to: minuteOf(range.to) })),
      ),
    )
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return minutes === 0 ? ORDINARY_DAY_MS : Math.round((minutes * 60_000) / days.length);
}

const ORDINARY_DAY_MS = 7 * HOUR_MS;

/** Hours that nobody told: those of most offices, with the holidays of a territory; where a team has none, or there is no team. */
export function ordinaryHours(timeZone: string, territory?: string): OpeningHours {
  const ranges = [1, 2, 3, 4, 5].flatMap((day) => [
    { day, from: "09:00", to: "12:00" },
    { day, from: "14:00", to: "18:00" },
  ]);
  return { ranges, timeZone, holidaysOf: territory, closures: [] };
}

/** Stretches in order from the day of an instant on, on so many days; those that touch on one day are one. */
function* stretchesFrom(hours: OpeningHours, at: Date, days: number): Generator<Stretch> {
  if (hours.ranges.length === 0) return;
  const isHoliday = holidaysKnown(hours);
  // The day before: where the clocks go back at midnight, it may not be over yet.
  const first = dayNumber(dayOf(wallTimeAt(at, hours.timeZone))) - 1;
  let closedDays = 0;
  for (let day = first; day <= first + days + 1; day += 1) {
    const stretches = stretchesOn(hours, day, isHoliday);
    yield* stretches;
    closedDays = stretches.length === 0 ? closedDays + 1 : 0;
    // Closed for good: an endless search would find nothing more.
    if (closedDays > MOST_CLOSED_DAYS) return;
  }
}

const MOST_CLOSED_DAYS = 800;

/** Days are counted from 1970-01-01, a Thursday: arithmetic on the calendar alone, where no clock changes. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00Z`) / DAY_MS;
}

function dayNumbered(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function stretchesOn(
  { ranges, timeZone, closures }: OpeningHours,
  number: number,
  isHoliday: (day: string) => boolean,
): readonly Stretch[] {
  const weekday = ((number + 3) % 7) + 1;
  const open = ranges.filter((range) => range.day === weekday);
  if (open.length === 0) return [];
  const day = dayNumbered(number);
  if (closures.some(({ from, to }) => from <= day && day <= to) || isHoliday(day)) return [];
  const instantAt = (time: string) =>
    instantOf(
      time === "24:00" ? `${dayNumbered(number + 1)}T00:00` : `${day}T${time}`,
      timeZone,
    ).getTime();
  return joined(open.map(({ from, to }) => ({ from: instantAt(from), to: instantAt(to) })));
}

/** The holidays of each year are worked out once. */
function holidaysKnown({ holidaysOf: territory }: OpeningHours): (day: string) => boolean {
  if (territory === undefined) return () => false;
  const byYear = new Map<string, ReadonlySet<string>>();
  return (day) => {
    const year = day.slice(0, 4);
    const days = byYear.get(year) ?? holidaysIn(Number(year), territory);
    byYear.set(year, days);
    return days.has(day);
  };
}

function holidaysIn(year: number, territory: string): ReadonlySet<string> {
  // Good Friday holds in some communes of Alsace-Moselle only: a team there says so by a closure.
  const everywhere = holidaysOf(year, territory).filter((holiday) => !holiday.onlyInSomeCommunes);
  return new Set(everywhere.map(({ day }) => day));
}

/** Those that overlap or touch as one, in order; empty ones left out. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const done: Stretch[] = [];
  for (const next of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = done.at(-1);
    if (next.to <= next.from) continue;
    if (last && next.from <= last.to)
      done[done.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else done.push(next);
  }
  return done;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

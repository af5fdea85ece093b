import { Temporal } from "temporal-polyfill";
import type { WallTime } from "../../model/workshop.ts";

/** One change of the clocks of a zone, once or every year: a STANDARD or DAYLIGHT part of a VTIMEZONE. */
export interface TimeZoneChange {
  readonly kind: "standard" | "daylight";
  /** What the clocks show when they are changed, before they are. */
  readonly onset: WallTime;
  readonly secondsBefore: number;
  readonly secondsAfter: number;
  /** The recurrence rule, when it comes back every year. */
  readonly yearly: string | undefined;
}

/** Enough years for the last Sunday of March to be both a fourth and a fifth one. */
const YEARS_TO_SEE = 9;
/** Some readers forget the first date of a rule: it then is none of those they need. */
const YEARS_BEFORE = 3;

/**
 * The changes of a zone's clocks a calendar needs to tell its hours between two instants: two yearly rules
 * where the dates follow one (Outlook keeps a single part of each kind), every date where they do not, and
 * one part without change where clocks are left alone.
 * @param zone IANA name
 * @throws RangeError when the zone is unknown
 * Source: RFC 5545, section 3.6.5
 */
export function timeZoneBlock(
  zone: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): readonly TimeZoneChange[] {
  const start = zonedYearOf(from, zone).subtract({ years: YEARS_BEFORE });
  const seen = changesAfter(start, zonedYearOf(to, zone).add({ years: YEARS_TO_SEE }));
  if (seen.length === 0) return [unchanging(start)];
  const rules = yearlyRules(seen);
  if (rules !== undefined) return rules;
  const before = start.getTimeZoneTransition("previous");
  const last = Temporal.Instant.fromEpochMilliseconds(to.getTime());
  const needed = seen.filter((change) => Temporal.Instant.compare(change.toInstant(), last) <= 0);
  const first = before === null ? [unchanging(start)] : [once(before)];
  return [...first, ...needed.map(once)];
}

function zonedYearOf(at: Date, zone: string): Temporal.ZonedDateTime {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return local.with({ month: 1, day: 1 }).startOfDay();
}

function changesAfter(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Change[] {
  const changes: Change[] = [];
  let next = start.getTimeZoneTransition("next");
  while (next !== null && Temporal.ZonedDateTime.compare(next, end) < 0) {
    changes.push(next);
    next = next.getTimeZoneTransition("next");
  }
  return changes;
}

/** The first instant of the new offset. */
type Change = Temporal.ZonedDateTime;

function unchanging(start: Temporal.ZonedDateTime): TimeZoneChange {
  const seconds = secondsOf(start);
  return {
    kind: "standard",
    onset: "1970-01-01T00:00",
    secondsBefore: seconds,
    secondsAfter: seconds,
    yearly: undefined,
  };
}

function once(change: Change): TimeZoneChange {
  const secondsBefore = secondsOf(change.subtract({ seconds: 1 }));
  const secondsAfter = secondsOf(change);
  return {
    kind: secondsAfter > secondsBefore ? "daylight" : "standard",
    onset: onsetOf(change).toString({ smallestUnit: "minute" }),
    secondsBefore,
    secondsAfter,
    yearly: undefined,
  };
}

function secondsOf(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / 1e9;
}

function onsetOf(change: Change): Temporal.PlainDateTime {
  const before = change.subtract({ seconds: 1 });
  return before.toPlainDateTime().add({ seconds: 1 });
}

/** The first change of each kind with its rule; undefined unless all the others follow the two. */
function yearlyRules(changes: readonly Change[]): readonly TimeZoneChange[] | undefined {
  const standard = ruleOf(changes.filter((change) => once(change).kind === "standard"));
  const daylight = ruleOf(changes.filter((change) => once(change).kind === "daylight"));
  return standard && daylight && [standard, daylight];
}

function ruleOf(same: readonly Change[]): TimeZoneChange | undefined {
  const [first] = same;
  if (first === undefined) return undefined;
  const onsets = same.map(onsetOf);
  const shapes = new Set(
    same.map((change, at) => {
      const { secondsBefore, secondsAfter } = once(change);
      const onset = onsets[at];
      return [
        onset?.month,
        onset?.dayOfWeek,
        onset?.toPlainTime(),
        secondsBefore,
        secondsAfter,
      ].join();
    }),
  );
  const comesEachYear = onsets.every((onset, at) => onset.year === onsetOf(first).year + at);
  const place = onlyOne(onsets.map(placeFromEnd)) ?? onlyOne(onsets.map(placeFromStart));
  if (shapes.size !== 1 || !comesEachYear || place === undefined) return undefined;
  const { month, dayOfWeek } = onsetOf(first);
  const weekday = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][dayOfWeek - 1];
  return { ...once(first), yearly: `FREQ=YEARLY;BYMONTH=${month};BYDAY=${place}${weekday}` };
}

function placeFromStart({ day }: Temporal.PlainDateTime): number {
  return Math.ceil(day / 7);
}

function placeFromEnd({ day, daysInMonth }: Temporal.PlainDateTime): number {
  return -Math.ceil((daysInMonth - day + 1) / 7);
}

function onlyOne(numbers: readonly number[]): number | undefined {
  return new Set(numbers).size === 1 ? numbers[0] : undefined;
}

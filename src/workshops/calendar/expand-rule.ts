import ICAL from "ical.js";
import type { WallTime } from "../../model/workshop.ts";
import { readWallTime, wallTimeAt, withoutOffset } from "../wall-time.ts";

/** The starts of a series, or why its rule is not followed. */
export type RuleStarts =
  | { readonly kind: "starts"; readonly starts: readonly WallTime[] }
  | { readonly kind: "refused"; readonly why: "too-often" | "unusual" | "endless" };

/** A rule and the span it is followed in, on the clocks of one zone. */
export interface RuleSpan {
  /** As written after `RRULE:`. */
  readonly rule: string;
  readonly start: WallTime;
  readonly zone: string;
  /** Both included. */
  readonly from: WallTime;
  readonly to: WallTime;
}

/** Dates ical.js may try for one rule: eleven years of days. */
const MOST_STEPS = 4000;
/** With more, some rules of months come once in centuries, and ical.js looks for them without end. */
const LONGEST_INTERVAL = 53;

const frequencies = new Set(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
const usualParts = new Set(["BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"]);

/**
 * The wall times a recurrence rule gives, which stay at their hour when clocks change. Rules no programme of
 * workshops has (every second, the 200th day) are refused, and so are those that need too many steps.
 * Source: RFC 5545, section 3.3.10
 */
export function expandRule(span: RuleSpan): RuleStarts {
  try {
    const rule = ICAL.Recur.fromString(span.rule);
    if (!frequencies.has(rule.freq)) return { kind: "refused", why: "too-often" };
    if (!isUsual(rule)) return { kind: "refused", why: "unusual" };
    setLocalEnd(rule, span.zone);
    return { kind: "starts", starts: startsOf(rule, span) };
  } catch (error) {
    return { kind: "refused", why: error instanceof TooManySteps ? "endless" : "unusual" };
  }
}

class TooManySteps extends Error {}

function isUsual({ freq, interval, parts }: ICAL.Recur): boolean {
  if (interval < 1 || interval > LONGEST_INTERVAL) return false;
  if (Object.keys(parts).some((part) => !usualParts.has(part))) return false;
  // "The first Monday, when it is the 20th" never comes.
  if ("BYDAY" in parts && "BYMONTHDAY" in parts) return false;
  // ical.js tries 18,000 years for a yearly rule that never comes.
  return freq !== "YEARLY" || !("BYDAY" in parts || hasNoSuchDay(parts));
}

function hasNoSuchDay({ BYMONTH: months, BYMONTHDAY: days }: ICAL.Recur["parts"]): boolean {
  if (days === undefined) return false;
  const longest = Math.max(...(months ?? [1]).map((month) => ICAL.Time.daysInMonth(month, 2024)));
  return !days.some((day) => day !== 0 && Math.abs(day) <= longest);
}

/** An end in UTC is told on the clocks of the zone, where the occurrences are. */
function setLocalEnd(rule: ICAL.Recur, zone: string): void {
  const written = rule.until?.toString();
  if (written === undefined) return;
  const wall = written.endsWith("Z")
    ? wallTimeAt(new Date(written), zone)
    : `${written.slice(0, 10)}T${written.slice(11, 16) || "23:59"}`;
  rule.until = timeOf(wall);
}

function startsOf(rule: ICAL.Recur, { start, from, to }: RuleSpan): readonly WallTime[] {
  const iterator = rule.iterator(timeOf(start));
  const isKept = iterator.check_contracting_rules.bind(iterator);
  let steps = 0;
  const count = (): void => {
    steps += 1;
    if (steps > MOST_STEPS) throw new TooManySteps();
  };
  // It is asked at every date tried, within a search that may never end.
  iterator.check_contracting_rules = () => {
    count();
    return isKept();
  };
  const starts: WallTime[] = [];
  for (;;) {
    count();
    const next = nextOf(iterator);
    if (next === undefined || next > to) return starts;
    // Which of two times alike the first one is, its file said.
    if (next >= from) starts.push(next === withoutOffset(start) ? start : next);
  }
}

function nextOf(iterator: ICAL.RecurIterator): WallTime | undefined {
  const next = iterator.next();
  // It is null at the end, which its types do not say.
  return iterator.completed ? undefined : readWallTime(next.toString().slice(0, 16));
}

function timeOf(wall: WallTime): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${withoutOffset(wall)}:00`);
}

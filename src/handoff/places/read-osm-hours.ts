import type { OpeningRange } from "../../model/directory.ts";

/** The week that hours in OpenStreetMap's form tell of. */
export interface OsmWeek {
  readonly ranges: readonly OpeningRange[];
  /** Open as usual on public holidays: said outright, which few do. */
  readonly ignoresHolidays: boolean;
}

/**
 * Reads the plain part of OpenStreetMap's form: days, hours, `off`, `PH`, `24/7`, a rule after another.
 * Undefined for what it cannot be sure of: months, weeks, school holidays, comments, sunset, hours past midnight.
 * Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 */
export function readOsmHours(text: string): OsmWeek | undefined {
  const written = text.trim().replace(/;\s*$/, "");
  if (written === "24/7")
    return { ranges: weekdays.flatMap((day) => allDay(day)), ignoresHolidays: true };
  const week = new Map<number, readonly Span[]>();
  for (const rule of written.split(";")) {
    // A day after a comma, once hours are told, begins a rule that adds to the one before.
    for (const [rank, part] of rule.split(/(?<=\d|off|closed)\s*,\s*(?=[A-Z])/).entries()) {
      const read = readRule(part.trim());
      if (!read) return undefined;
      for (const day of read.days) {
        const before = rank > 0 ? (week.get(day) ?? []) : [];
        week.set(
          day,
          [...before, ...read.spans].toSorted((a, b) => a.from.localeCompare(b.from)),
        );
      }
    }
  }
  return weekOf(week);
}

type Span = Pick<OpeningRange, "from" | "to">;

const dayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const weekdays = [1, 2, 3, 4, 5, 6, 7];
/** Public holidays, beside the days of the week. */
const HOLIDAY = 0;

function weekOf(week: ReadonlyMap<number, readonly Span[]>): OsmWeek | undefined {
  const ranges = weekdays.flatMap((day) => (week.get(day) ?? []).map((span) => ({ day, ...span })));
  if (ranges.some((range, rank) => overlaps(ranges[rank - 1], range))) return undefined;
  const onHolidays = week.get(HOLIDAY) ?? [];
  if (onHolidays.length === 0) return { ranges, ignoresHolidays: false };
  // Hours of their own on public holidays have no place in a week: they are not guessed at.
  const same = weekdays.every((day) => sayAll(week.get(day) ?? []) === sayAll(onHolidays));
  return same ? { ranges, ignoresHolidays: true } : undefined;
}

function readRule(
  rule: string,
): { readonly days: readonly number[]; readonly spans: readonly Span[] } | undefined {
  const form = /^(?<days>[A-Z][A-Za-z,\- ]*?)?\s*(?<times>off|closed|\d[\d:,\- ]*)$/;
  const { days: named, times = "" } = form.exec(rule)?.groups ?? {};
  const days = named === undefined ? weekdays : readDays(named);
  const spans = /^(?:off|closed)$/.test(times) ? [] : readSpans(times);
  return days && spans && { days, spans };
}

function readDays(named: string): readonly number[] | undefined {
  const groups = named.split(",").map((part): readonly number[] | undefined => {
    const [first = "", last = first, ...more] = part.trim().split(/\s*-\s*/);
    if (first === "PH" && last === first) return [HOLIDAY];
    const [from, to] = [dayNames.indexOf(first), dayNames.indexOf(last)];
    if (from === -1 || to === -1 || more.length > 0) return undefined;
    // Saturday to Monday goes round the end of the week.
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, rank) => ((from + rank) % 7) + 1);
  });
  return groups.includes(undefined) ? undefined : groups.flatMap((some) => some ?? []);
}

function readSpans(times: string): readonly Span[] | undefined {
  const spans = times.split(",").map((part) => {
    const [, from, to] = /^\s*(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})\s*$/.exec(part) ?? [];
    if (from === undefined || to === undefined) return undefined;
    const span = { from: from.padStart(5, "0"), to: to.padStart(5, "0") };
    return span.from < span.to && isTime(span.from) && isTime(span.to) ? span : undefined;
  });
  return spans.includes(undefined) ? undefined : spans.flatMap((one) => one ?? []);
}

function isTime(time: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time);
}

function allDay(day: number): readonly OpeningRange[] {
  return [{ day, from: "00:00", to: "24:00" }];
}

function overlaps(before: OpeningRange | undefined, range: OpeningRange): boolean {
  return before?.day === range.day && range.from < before.to;
}

function sayAll(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(",");
}

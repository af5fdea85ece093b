import { FEWEST } from "../../../../diagnostic/shareable.ts";
import { addDays, dayOf, instantOf } from "../../../../workshops/wall-time.ts";
import { localDay } from "../../../../workshops/workshop-time.ts";

/** Months a publication goes back. */
const MONTHS = 12;

/**
 * Until when the figures of today go, UTC instant: the first day of a month, and one only by which enough
 * requests came since the one before it, or two publications would tell what one of them did. Whoever asks on
 * any day of a month gets the same. Undefined while there are none to publish. Source: DIAGNOSTIC.md, 10.3.
 * @param opened when each request was agreed to, UTC (ISO 8601)
 * @param zone IANA name: where the month begins
 */
export function figuresPeriod(
  opened: readonly string[],
  now: Date,
  zone: string,
): { readonly from: Date; readonly until: Date } | undefined {
  const [first] = opened.toSorted();
  if (first === undefined) return undefined;
  let since: string | undefined;
  let month = monthAfter(localDay(new Date(first), zone));
  const today = localDay(now, zone);
  while (month <= today) {
    const until = startOf(month, zone).toISOString();
    const came = opened.filter((at) => at < until && (since === undefined || at >= since));
    if (came.length >= FEWEST) since = until;
    month = monthAfter(month);
  }
  if (since === undefined) return undefined;
  const until = new Date(since);
  return { from: startOf(monthsBefore(localDay(until, zone)), zone), until };
}

function startOf(day: string, zone: string): Date {
  return instantOf(`${day}T00:00`, zone);
}

/** The first day of the month after that of a day. */
function monthAfter(day: string): string {
  return `${dayOf(addDays(`${day.slice(0, 7)}-01T12:00`, 31)).slice(0, 7)}-01`;
}

function monthsBefore(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const months = year * 12 + month - 1 - MONTHS;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}

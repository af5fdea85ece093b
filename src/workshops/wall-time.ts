import { Temporal } from "temporal-polyfill";
import type { WallTime } from "../model/workshop.ts";

const WRITTEN = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})([+-]\d{2}:\d{2})?$/u;

/**
 * A wall time as written (`2027-03-09T18:00`, or `2027-10-31T02:30+01:00`); undefined for any other form, or
 * a day or hour that is none. Whether an offset is the right one, `hasNeedlessOffset` says.
 */
export function readWallTime(text: string): WallTime | undefined {
  const [, wall, offset = ""] = WRITTEN.exec(text) ?? [];
  if (wall === undefined) return undefined;
  try {
    return `${written(Temporal.PlainDateTime.from(wall, { overflow: "reject" }))}${offset}`;
  } catch {
    // Thrown for 30 February and for 25:00, which the form alone allows.
    return undefined;
  }
}

/**
 * Every instant at which the clocks of a zone show this wall time, earliest first: none when they skip it
 * (Paris, 28 March 2027, 02:30), two when they show it twice (31 October 2027, 02:30), else one.
 * @param wall as `readWallTime` gives it; an offset is passed over
 * @param zone IANA name
 * @throws RangeError when either is none
 */
export function instantsOf(wall: WallTime, zone: string): readonly Date[] {
  const plain = Temporal.PlainDateTime.from(wall);
  const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(zone, { disambiguation: "later" });
  const [first, second] = [earlier.epochMilliseconds, later.epochMilliseconds];
  if (first === second) return [new Date(first)];
  return plain.equals(earlier.toPlainDateTime()) ? [new Date(first), new Date(second)] : [];
}

/**
 * The one instant we act at for a wall time, so that each slot of a schedule has exactly one: of two the
 * first, unless the wall time bears the offset of the second; of none, the instant the clock would show it
 * had it not gone forward (02:30 that night happens at 03:30, as RFC 5545 section 3.3.5 has it).
 * @throws RangeError as `instantsOf`
 */
export function instantOf(wall: WallTime, zone: string): Date {
  const zoned = Temporal.ZonedDateTime.from(`${wall}[${zone}]`, {
    offset: "prefer",
    disambiguation: "compatible",
  });
  return new Date(zoned.epochMilliseconds);
}

/** Which of the two a wall time is that the clocks of a zone show twice; undefined when they do not. */
export function whichOfTwo(wall: WallTime, zone: string): "first" | "second" | undefined {
  const [, second] = instantsOf(wall, zone);
  if (second === undefined) return undefined;
  return instantOf(wall, zone).getTime() === second.getTime() ? "second" : "first";
}

/** Whether a wall time bears an offset that does not make it the second of two: it then says nothing, or lies. */
export function hasNeedlessOffset(wall: WallTime, zone: string): boolean {
  return wall !== withoutOffset(wall) && whichOfTwo(wall, zone) !== "second";
}

/**
 * What the clocks of a zone show at an instant, to the minute below: with `instantOf`, there and back.
 * @throws RangeError when the zone is none
 */
export function wallTimeAt(at: Date, zone: string): WallTime {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const zoned = instant.toZonedDateTimeISO(zone);
  const plain = zoned.toPlainDateTime();
  const first = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const isSecond = first.epochMilliseconds < zoned.epochMilliseconds;
  return isSecond ? `${written(plain)}${zoned.offset}` : written(plain);
}

/**
 * An end as it is meant after a start: of a time the clocks show twice, the second when the first is over by
 * then.
 */
export function endAfter(start: WallTime, end: WallTime, zone: string): WallTime {
  const begins = instantOf(start, zone);
  if (instantOf(end, zone) > begins) return end;
  const later = instantsOf(end, zone).find((instant) => instant > begins);
  return later === undefined ? end : wallTimeAt(later, zone);
}

/** What a clock shows, without what tells the second of two times alike. */
export function withoutOffset(wall: WallTime): WallTime {
  return wall.slice(0, 16);
}

/** Its day, as `2027-03-09`. */
export function dayOf(wall: WallTime): string {
  return wall.slice(0, 10);
}

/** Its hour and minute, as `18:00`. */
export function timeOf(wall: WallTime): string {
  return wall.slice(11, 16);
}

/** The same hour, some days later, or earlier when negative: arithmetic on the wall, whatever the clocks do. */
export function addDays(wall: WallTime, days: number): WallTime {
  return written(Temporal.PlainDateTime.from(wall).add({ days }));
}

/**
 * What a wall clock that nobody ever changes would show some minutes later. For time that really passes,
 * add to `instantOf`.
 */
export function addMinutes(wall: WallTime, minutes: number): WallTime {
  return written(Temporal.PlainDateTime.from(wall).add({ minutes }));
}

/** Its day of the week, as ISO 8601 counts: Monday 1 to Sunday 7. */
export function weekdayOf(wall: WallTime): number {
  return Temporal.PlainDateTime.from(wall).dayOfWeek;
}

/**
 * The same hour on the next such day, never the same day.
 * @param weekday Monday 1 to Sunday 7
 */
export function nextWeekday(wall: WallTime, weekday: number): WallTime {
  return addDays(wall, ((weekday - weekdayOf(wall) + 6) % 7) + 1);
}

/** Whether the time-zone data knows this name; a bare offset as `+02:00` is not a zone, its clocks never change. */
export function isZone(zone: string): boolean {
  if (!/^[a-z]/iu.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    // The only way to ask: Temporal throws for an unknown name.
    return false;
  }
}

function written(plain: Temporal.PlainDateTime): WallTime {
  return plain.toString({ smallestUnit: "minute" });
}

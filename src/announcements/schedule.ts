import type { WallTime } from "../model/workshop.ts";
import { addDays, dayOf, instantOf, wallTimeAt, weekdayOf } from "../workshops/wall-time.ts";
import { after } from "./moments.ts";
import type { WeeklySlot } from "../model/subscription.ts";
import { HOUR_MS } from "../model/durations.ts";

/** One digest of a week. */
export interface DigestSlot {
  /** Its local day, `YYYY-MM-DD`: it names the digest, whatever hour the room chose since. */
  readonly day: string;
  readonly at: Date;
}

/**
 * The digests due after `from`, until `to` included, on the wall of a zone: one for each week, the hour the
 * clocks skip or show twice included (see `instantOf`).
 */
export function digestSlots(
  { weekday, time }: WeeklySlot,
  zone: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): readonly DigestSlot[] {
  // One day more at each end: a slot in a skipped hour falls later than its wall says.
  const last = dayOf(addDays(wallTimeAt(to, zone), 1));
  let wall = firstFrom(addDays(wallTimeAt(from, zone), -1), weekday);
  const slots: DigestSlot[] = [];
  while (dayOf(wall) <= last) {
    const day = dayOf(wall);
    const at = instantOf(`${day}T${time}`, zone);
    if (at > from && at <= to) slots.push({ day, at });
    wall = addDays(wall, 7);
  }
  return slots;
}

/**
 * When the reader is reminded some days before: at 18:00 on their wall, counted from the day the workshop
 * starts on their wall. Source: WORKSHOPS.md 4.4.
 * @param days 1 for the day before
 */
export function eveningBefore(start: Date, zone: string, days = 1): Date {
  const day = dayOf(addDays(wallTimeAt(start, zone), -days));
  return instantOf(`${day}T18:00`, zone);
}

/** One hour before, of time that passes. Source: WORKSHOPS.md 4.4. */
export function hourBefore(start: Date): Date {
  return after(start, -HOUR_MS);
}

/** When people are asked whether it was useful: at 10:00 on their wall, the day after it ended. */
export function dayAfter(end: Date, zone: string): Date {
  const day = dayOf(addDays(wallTimeAt(end, zone), 1));
  return instantOf(`${day}T10:00`, zone);
}

function firstFrom(wall: WallTime, weekday: number): WallTime {
  return addDays(wall, (weekday - weekdayOf(wall) + 7) % 7);
}

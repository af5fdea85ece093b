import type { Workshop } from "../model/workshop.ts";
import { addDays, dayOf, instantOf, wallTimeAt, weekdayOf } from "./wall-time.ts";

/** A span of local days, both included, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** When and where its clock is: all that the time of a workshop needs. */
export type TimedWorkshop = Pick<Workshop, "localStart" | "localEnd" | "timeZone">;

/** The local day of an instant in a zone, `YYYY-MM-DD`. */
export function localDay(now: Date, timeZone: string): string {
  return dayOf(wallTimeAt(now, timeZone));
}

/** The instant a workshop starts at, computed when asked: the rules of a zone change. */
export function startOf({ localStart, timeZone }: TimedWorkshop): Date {
  return instantOf(localStart, timeZone);
}

/** The instant it ends at; its start when nobody said its end. */
export function endOf({ localStart, localEnd, timeZone }: TimedWorkshop): Date {
  return instantOf(localEnd ?? localStart, timeZone);
}

/** Whether a workshop has not ended yet; without an end, whether its start is still to come. */
export function isUpcoming(workshop: TimedWorkshop, now: Date): boolean {
  return endOf(workshop) > now;
}

/** The week of a day, Monday to Sunday, `weeksLater` weeks on. */
export function weekOf(day: string, weeksLater = 0): Period {
  const noon = `${day}T12:00`;
  const monday = addDays(noon, 1 - weekdayOf(noon) + 7 * weeksLater);
  return { from: dayOf(monday), to: dayOf(addDays(monday, 6)) };
}

/** The calendar month of a day. */
export function monthOf(day: string): Period {
  const month = day.slice(0, 7);
  return { from: `${month}-01`, to: `${month}-31` };
}

/**
 * The next such month, the one of `today` included; or that of `year`, past or not.
 * @param month 1 to 12
 */
export function nextMonth(today: string, month: number, year?: number): Period {
  const [thisYear = 0, thisMonth = 0] = today.split("-").map(Number);
  const itsYear = year ?? (month < thisMonth ? thisYear + 1 : thisYear);
  return monthOf(`${itsYear}-${String(month).padStart(2, "0")}-01`);
}

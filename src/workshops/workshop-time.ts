import type { Workshop } from "../model/workshop.ts";

/** A span of local days, both included, `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The local day of an instant in a zone, `YYYY-MM-DD`. */
export function localDay(now: Date, timeZone: string): string {
  return localParts(now, timeZone).day;
}

/** Whether a workshop has not ended yet; without an end, whether its last start is still to come. */
export function isUpcoming(workshop: Workshop, now: Date): boolean {
  const { day, time } = localParts(now, workshop.timeZone);
  const last = workshop.ends ?? workshop.starts.at(-1) ?? "23:59";
  return workshop.day > day || (workshop.day === day && last > time);
}

/** The week of a day, Monday to Sunday, `weeksLater` weeks on. */
export function weekOf(day: string, weeksLater = 0): Period {
  const monday = new Date(`${day}T12:00:00Z`);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7) + 7 * weeksLater);
  const sunday = new Date(monday);
  sunday.setUTCDate(sunday.getUTCDate() + 6);
  return { from: isoDay(monday), to: isoDay(sunday) };
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

function localParts(now: Date, timeZone: string): { day: string; time: string } {
  // Swedish writes dates as ISO 8601 does: 2026-11-21 09:05.
  const [day = "", time = ""] = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  })
    .format(now)
    .split(" ");
  return { day, time };
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

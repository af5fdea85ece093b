import { DAY_MS } from "../model/durations.ts";

/** How long a step may take. */
export type Delay = { readonly weeks: number } | { readonly months: number };

/** What is due by default: what is advised now, and what comes next. Source: DIAGNOSTIC.md, 7. */
export const usualDelay = { now: { months: 1 }, next: { months: 3 } } as const;

/** The day a delay ends on, moved as `onWorkingWeek` does. @param day today, `YYYY-MM-DD` */
export function dueAfter(day: string, delay: Delay): string {
  const end = "weeks" in delay ? daysAfter(day, 7 * delay.weeks) : monthsAfter(day, delay.months);
  return onWorkingWeek(end);
}

/**
 * The day itself or, in August and from 20 December to 5 January, when associations rest, the Monday of the
 * next working week. @param day `YYYY-MM-DD`
 */
export function onWorkingWeek(day: string): string {
  const year = Number(day.slice(0, 4));
  const date = day.slice(5);
  if (date >= "08-01" && date <= "08-31") return mondayFrom(`${year}-09-01`);
  if (date >= "12-20") return mondayFrom(`${year + 1}-01-06`);
  if (date <= "01-05") return mondayFrom(`${year}-01-06`);
  return day;
}

/** The last day of a shorter month stands for those it has not. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}

function mondayFrom(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return daysAfter(day, (8 - weekday) % 7);
}

function daysAfter(day: string, days: number): string {
  return dayOf(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

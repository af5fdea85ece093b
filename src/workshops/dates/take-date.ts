import type { WallTime } from "../../model/workshop.ts";
import { noonOf, without, type TakenDays } from "./taken-days.ts";
import { addDays, dayOf, readWallTime } from "../wall-time.ts";

/**
 * Takes a date by its number and month out of a text; without a year, those of the years it can be.
 * @param text as `plainDateText` gives it
 * @param today the wall time it is
 */
export function takeDate(text: string, today: WallTime): TakenDays | undefined {
  for (const { form, isFigures = false } of dateForms) {
    const match = form.exec(text);
    if (!match?.groups) continue;
    const { year, month = "", date = "", coming } = match.groups;
    const thisYear = Number(today.slice(0, 4));
    const years = year === undefined ? [thisYear - 1, thisYear, thisYear + 1] : [Number(year)];
    const days = years.flatMap((one) => dayIn(one, Number(month), Number(date)));
    const earliest = dayOf(addDays(today, coming === undefined ? -30 : 0));
    return {
      days: year === undefined ? days.filter((day) => day >= earliest) : days,
      rest: without(text, match),
      isDayFirst: isFigures && Number(month) <= 12 && Number(date) <= 12 && month !== date,
    };
  }
  return undefined;
}

const dateForms: readonly { readonly form: RegExp; readonly isFigures?: boolean }[] = [
  { form: /\b(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<date>\d{1,2})\b/u },
  {
    form: /\b(?<date>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<year>\d{4})\b/u,
    isFigures: true,
  },
  {
    form: /\b(?<date>\d{1,2})(?:er|e|st|nd|rd|th)?(?: of| de)? ?M(?<month>\d{1,2})\b(?:,? (?<year>20\d{2})\b| (?<coming>prochain)\b)?/u,
  },
  {
    form: /\bM(?<month>\d{1,2}) (?:the )?(?<date>\d{1,2})(?:st|nd|rd|th)?\b(?! ?(?:h|:|am|pm|\.\d|heures?))(?:,? (?<year>20\d{2})\b)?/u,
  },
  { form: /(?<![\d/])(?<date>\d{1,2})\/(?<month>\d{1,2})(?![\d/])/u, isFigures: true },
];

/**
 * Takes the number of a day alone ("le 9", "mardi 9") out of a text: those of this month, the next and the
 * one after that are still to come.
 * @param text as `plainDateText` gives it
 * @param today the wall time it is
 */
export function takeNumbered(text: string, today: WallTime): TakenDays | undefined {
  const match =
    /(?:\b(?:le|the) |(?<=\bD\d ))(?<date>\d{1,2})(?:er|st|nd|rd|th)?\b(?! ?(?:h|:|am|pm|-|\/|heures?|o'?clock)|\.\d)/u.exec(
      text,
    );
  if (!match) return undefined;
  const [year = 0, month = 0] = dayOf(today).split("-").map(Number);
  const date = Number(match.groups?.["date"]);
  const days = [0, 1, 2].flatMap((later) => {
    const since = year * 12 + month - 1 + later;
    return dayIn(Math.floor(since / 12), (since % 12) + 1, date);
  });
  const coming = days.filter((day) => day >= dayOf(today));
  return { days: coming, rest: without(text, match) };
}

/** A day of the calendar in a list, or an empty list when there is none such (30 February). */
export function dayIn(year: number, month: number, date: number): string[] {
  const day = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return readWallTime(noonOf(day)) === undefined ? [] : [day];
}

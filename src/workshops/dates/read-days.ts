import type { WallTime } from "../../model/workshop.ts";
import { takeDate, takeNumbered } from "./take-date.ts";
import { takeRelative } from "./take-relative.ts";
import { takeWeek, takeWeekday } from "./take-weekday.ts";
import { noonOf, without, type TakenDays } from "./taken-days.ts";
import { addDays, dayOf, nextWeekday, weekdayOf } from "../wall-time.ts";

/** What a text says about the day. */
export type DaysRead =
  | { readonly kind: "none" | "two-digit-year" | "no-such-day" }
  /** A week, a weekend or a month, none of its days. */
  | { readonly kind: "wide"; readonly rest: string }
  | {
      readonly kind: "days";
      /** One; or several when the words can mean several, likeliest first. */
      readonly days: readonly string[];
      /** A date in figures that another country would read month first. */
      readonly isDayFirst: boolean;
      /** What is left to read, each part read standing as `|`. */
      readonly rest: string;
    };

/**
 * Reads the day. A date without its year is the next one, or the one gone by for at most 30 days; a
 * weekday with a date must agree, or both days are given.
 * @param text as `plainDateText` gives it
 * @param today the wall time it is
 */
export function readDays(text: string, today: WallTime): DaysRead {
  if (twoDigitYear.some((form) => form.test(text))) return { kind: "two-digit-year" };
  const dated = takeDated(text, today);
  if (dated?.days.length === 0) return { kind: "no-such-day" };
  const week = takeWeek(dated?.rest ?? text);
  const named = takeWeekday(week.rest, today, week.later);
  if (!named && week.later !== undefined) return { kind: "wide", rest: week.rest };
  if (!dated && !named) {
    const month = wholeMonth.exec(text);
    return month ? { kind: "wide", rest: without(text, month) } : { kind: "none" };
  }
  return settled(dated, named);
}

const wholeMonth =
  /(?<!\d ?)(?:\b(?:debut|fin|mi|en|courant|in|early|late)[ -])?\bM\d{1,2}\b(?: 20\d{2}\b)?|\b(?:le )?mois prochain\b|\bnext month\b/u;

const twoDigitYear = [
  /\d(?:er|e|st|nd|rd|th)?(?: of| de)? ?M\d{1,2},? '?(?:2[5-9]|[3-9]\d)\b/u,
  /\b\d{1,2}([/.-])\d{1,2}\1'?\d{2}\b(?![:h])/u,
  /\d(?:er|e|st|nd|rd|th)?(?: of| de)? ?M\d{1,2},? '?\d{2}\b(?! ?(?:h|heures?|am|pm|o'?clock|-|:|\.\d|\/|(?:a|to|ou|or|until|jusqu)\b))/u,
];

/** A date and words as "demain" beside it must agree, or both days are given. */
function takeDated(text: string, today: WallTime): TakenDays | undefined {
  const date = takeDate(text, today);
  const relative = takeRelative(date?.rest ?? text, today);
  if (!date || !relative || date.days.length === 0) {
    return date ?? relative ?? takeNumbered(text, today);
  }
  const agreed = date.days.filter((day) => relative.days.includes(day));
  const days = agreed.length > 0 ? agreed : [...date.days.slice(0, 1), ...relative.days];
  return { ...date, days, rest: relative.rest, isChoice: true };
}

function settled(dated: TakenDays | undefined, named: TakenDays | undefined): DaysRead {
  const isDayFirst = dated?.isDayFirst ?? false;
  const rest = named?.rest ?? dated?.rest ?? "";
  const days = (some: readonly string[]): DaysRead => ({
    kind: "days",
    days: some,
    isDayFirst,
    rest,
  });
  if (!dated) return days(named?.days ?? []);
  const [first = ""] = dated.days;
  if (named?.weekday === undefined) return days(dated.isChoice === true ? dated.days : [first]);
  const agreed = dated.days.find((day) => weekdayOf(noonOf(day)) === named.weekday);
  if (agreed === undefined) return days([first, nearest(first, named.weekday)]);
  const isContradicted = named.isNarrowed === true && !named.days.includes(agreed);
  return days(isContradicted ? [agreed, ...named.days] : [agreed]);
}

function nearest(day: string, weekday: number): string {
  return dayOf(nextWeekday(addDays(noonOf(day), -4), weekday));
}

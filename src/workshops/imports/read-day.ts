import { monthNames } from "../named-months.ts";
import { readWallTime, weekdayOf } from "../wall-time.ts";
import { bareWords } from "./clean-text.ts";
import { type ImportProblem, problem } from "./import-reading.ts";

/** A day of a table, `YYYY-MM-DD`, or why it is none. */
export type DayReading =
  | { readonly kind: "day"; readonly day: string; readonly warnings: readonly ImportProblem[] }
  | { readonly kind: "problem"; readonly problem: ImportProblem };

/**
 * A day as tables write it: `09/03/2027` (the day first, always), `2027-03-09`, `mar. 9/03/2027`, `mardi 9 mars 2027`,
 * `March 9, 2027`, or the number a spreadsheet keeps (days since 30 December 1899). Years of two digits are
 * refused, and a day and a month are never swapped to make sense.
 */
export function readDay(text: string): DayReading {
  const words = bareWords(text);
  const numbers = /^(?:le )?(?:([a-z]+) )?(?:le )?(\d{1,4}) (\d{1,2}) (\d{1,4})$/u.exec(words);
  if (numbers) {
    const [, weekday, first = "", second = "", third = ""] = numbers;
    if (first.length === 4 && third.length <= 2) {
      return checkWeekday(dayOf(text, first, second, third), weekday, text);
    }
    if (third.length === 4 && first.length <= 2) {
      return checkWeekday(dayOf(text, third, second, first), weekday, text);
    }
    return unread(third.length === 2 ? "import-year-two-digits" : "import-date-unread", text);
  }
  if (/^\d{5}$/u.test(words)) return dayOfSerial(text, Number(words));
  return namedDay(text, words);
}

/** The spreadsheet's days for 2000 to 2099. */
const serialDays = { first: 36_526, last: 73_050 };

const anyMonth = [...monthNames.fr, ...monthNames.en].join("|");
const dayFirst = new RegExp(
  `^(?:([a-z]+) )?(?:le )?(\\d{1,2})(?:er|st|nd|rd|th)? (${anyMonth}) (\\d+)$`,
  "u",
);
const monthFirst = new RegExp(
  `^(?:([a-z]+) )?(${anyMonth}) (\\d{1,2})(?:st|nd|rd|th)? (\\d+)$`,
  "u",
);
const weekdays = [
  "lundi mardi mercredi jeudi vendredi samedi dimanche".split(" "),
  "monday tuesday wednesday thursday friday saturday sunday".split(" "),
];

function namedDay(text: string, words: string): DayReading {
  const french = dayFirst.exec(words);
  const english = french ? null : monthFirst.exec(words);
  const [, weekday, day = "", month = "", year = ""] =
    french ?? (english ? [words, english[1], english[3], english[2], english[4]] : []);
  if (year === "") return unread("import-date-unread", text);
  if (year.length === 2) return unread("import-year-two-digits", text);
  const names = [monthNames.fr, monthNames.en].map((all) => all.indexOf(month));
  return checkWeekday(dayOf(text, year, String(Math.max(...names) + 1), day), weekday, text);
}

function checkWeekday(reading: DayReading, weekday: string | undefined, text: string): DayReading {
  if (reading.kind !== "day" || weekday === undefined) return reading;
  const { day } = reading;
  const written = weekdays.map((names) => namedIn(names, weekday) + 1).find((at) => at > 0);
  if (written === undefined) return unread("import-date-unread", text);
  const isWrong = written !== weekdayOf(`${day}T00:00`);
  return { kind: "day", day, warnings: isWrong ? [problem("import-weekday-wrong", { text })] : [] };
}

/** In full, or as tables shorten it: "mar." is mardi. */
function namedIn(names: readonly string[], weekday: string): number {
  return names.findIndex(
    (name) => name === weekday || (weekday.length > 2 && name.startsWith(weekday)),
  );
}

function dayOfSerial(text: string, days: number): DayReading {
  if (days < serialDays.first || days > serialDays.last) return unread("import-date-unread", text);
  const day = new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
  return { kind: "day", day, warnings: [] };
}

function dayOf(text: string, year: string, month: string, day: string): DayReading {
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isDay = readWallTime(`${written}T00:00`) !== undefined && year.startsWith("20");
  return isDay ? { kind: "day", day: written, warnings: [] } : unread("import-date-unread", text);
}

function unread(key: "import-date-unread" | "import-year-two-digits", text: string): DayReading {
  return { kind: "problem", problem: problem(key, { text: text.slice(0, 60) }) };
}

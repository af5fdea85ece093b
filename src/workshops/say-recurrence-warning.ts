import type { PhraseKey, Tell } from "../model/phrases.ts";
import type { RecurrenceWarning } from "./recurrence.ts";
import { sayHoliday } from "./say-holiday.ts";
import { sayTimeOfDay } from "./say-when.ts";
import { dayOf, timeOf } from "./wall-time.ts";

/** The phrase of each kind of warning. */
export const recurrencePhrases = {
  "no-such-date": "workshop-warning-no-such-date",
  "holiday-skipped": "workshop-warning-holiday-skipped",
  "skipped-time": "workshop-warning-skipped-time",
  "double-time": "workshop-warning-double-time",
  "needless-exception": "workshop-warning-needless-exception",
  "cut-after-a-year": "workshop-warning-cut-after-a-year",
} as const satisfies Readonly<Record<RecurrenceWarning["kind"], PhraseKey>>;

/** How days are said. */
export interface DaySaying {
  readonly tell: Tell;
  /** A day (`YYYY-MM-DD`) in words, with its weekday. */
  readonly sayDay: (day: string) => string;
  /** The month of a day, with its year. */
  readonly sayMonth: (day: string) => string;
}

/** What is odd about a series, to who makes it. */
export function sayRecurrenceWarning(warning: RecurrenceWarning, saying: DaySaying): string {
  return saying.tell(recurrencePhrases[warning.kind], valuesOf(warning, saying));
}

function valuesOf(
  warning: RecurrenceWarning,
  { tell, sayDay, sayMonth }: DaySaying,
): Readonly<Record<string, string>> {
  switch (warning.kind) {
    case "no-such-date":
      return { month: sayMonth(`${warning.month}-01`) };
    case "holiday-skipped":
      return { day: sayDay(warning.day), holiday: sayHoliday(warning.holiday, tell) };
    case "skipped-time":
    case "double-time":
      return { day: sayDay(dayOf(warning.start)), time: sayTimeOfDay(timeOf(warning.start), tell) };
    case "needless-exception":
      return { day: sayDay(warning.day) };
    case "cut-after-a-year":
      return { day: sayDay(warning.before) };
  }
}

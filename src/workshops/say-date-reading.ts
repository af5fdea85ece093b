import type { PhraseKey } from "../model/phrases.ts";
import type { DateReading, DateSpan, NotUnderstood } from "./read-date.ts";
import { sayOwn, sayTimeOfDay, type TimeSaying } from "./say-when.ts";
import { dayOf, timeOf } from "./wall-time.ts";

/** What is still to be said of a date, asked for; of several meanings, one is to be chosen: see `sayDateSpan`. */
export function sayDateReading(
  reading: Exclude<DateReading, { readonly kind: "understood" | "ambiguous" }>,
  { tell, sayDay }: Pick<TimeSaying, "tell" | "sayDay">,
): string {
  const either = (some: readonly string[]) => some.join(tell("or-word"));
  switch (reading.kind) {
    case "needs-hour":
      return tell("date-needs-hour", { days: either(reading.days.map((day) => sayDay(day))) });
    case "needs-day":
      return reading.times.length === 0
        ? tell("date-needs-day")
        : tell("date-needs-day-at", {
            times: either(reading.times.map((time) => sayTimeOfDay(time, tell))),
          });
    case "skipped-by-clock":
      return tell("date-skipped-by-clock", {
        day: sayDay(dayOf(reading.wall)),
        time: sayTimeOfDay(timeOf(reading.wall), tell),
      });
    case "twice-by-clock":
      return tell("date-twice-by-clock", {
        day: sayDay(dayOf(reading.localStart)),
        time: sayTimeOfDay(timeOf(reading.localStart), tell),
      });
    case "no-such-day":
      return tell("date-no-such-day");
    case "past":
      return tell("date-past", { day: sayDay(reading.day) });
    case "not-understood":
      return tell(notUnderstood[reading.because], { unread: reading.unread });
  }
}

/** A date as it is echoed, with its hours and whose clock it is: "mardi 9 mars 2027, 18 h – 20 h (heure de Paris)". */
export function sayDateSpan(
  { localStart, localEnd }: Pick<DateSpan, "localStart"> & Partial<DateSpan>,
  { language, tell, sayDay, timeZone }: TimeSaying,
): string {
  // Always with its year: it is there to be checked.
  return sayOwn({ localStart, localEnd, timeZone }, { language, tell, sayDay, timeZone });
}

const notUnderstood: Readonly<Record<NotUnderstood, PhraseKey>> = {
  "two-digit-year": "date-two-digit-year",
  "end-before-start": "date-end-before-start",
  "no-such-hour": "date-no-such-hour",
  "several-dates": "date-several-dates",
  unread: "date-unread",
  "no-date": "date-none",
  "too-long": "date-too-long",
};

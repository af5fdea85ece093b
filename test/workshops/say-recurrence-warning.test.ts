import { expect, it } from "vitest";
import { formatDay, formatMonth } from "../../src/answers/format-day.ts";
import { tellIn } from "../../src/answers/tell-in.ts";
import type { FiledWorkshop } from "../../src/model/incoming-workshop.ts";
import { holidaysOf } from "../../src/workshops/french-holidays.ts";
import { occurrencesOf, type Recurrence } from "../../src/workshops/recurrence.ts";
import { sayHoliday } from "../../src/workshops/say-holiday.ts";
import { sayRecurrenceWarning } from "../../src/workshops/say-recurrence-warning.ts";
import { library } from "../support/small-library.ts";

const tell = tellIn(library.phrases.fr);
const saying = {
  tell,
  sayDay: (day: string) => formatDay(day, "fr", true),
  sayMonth: (day: string) => formatMonth(day, "fr"),
};

/** What is said of a series from 18:00 on a day, each month on its 31st but for what a test says. */
function saidOf(start: string, repeats: Partial<FiledWorkshop["repeats"] & object>) {
  const rule: Recurrence = {
    start,
    timeZone: "Europe/Paris",
    pattern: { every: "week", weekdays: [7], interval: 1 },
    end: { count: 2 },
    exceptions: [],
    ...repeats,
  };
  return occurrencesOf(rule).warnings.map((warning) => sayRecurrenceWarning(warning, saying));
}

it("says what is odd about a series in words", () => {
  const eachMonth = { every: "month", on: { date: 31 }, interval: 1 } as const;
  expect(saidOf("2027-01-31T18:00", { pattern: eachMonth })).toEqual([
    "pas de séance en février 2027 : ce mois n'a pas cette date",
  ]);
  expect(saidOf("2027-03-28T02:30", { end: { count: 1 } })[0]).toMatch(
    /^le dimanche 28 mars 2027, il n'est jamais 2 h 30/,
  );
  expect(saidOf("2027-10-31T02:30", { end: { count: 1 } })[0]).toMatch(
    /^le dimanche 31 octobre 2027, il est deux fois 2 h 30/,
  );
  expect(saidOf("2027-08-15T18:00", { skipHolidaysOf: "44" })).toEqual([
    "pas de séance le dimanche 15 août 2027, jour férié (l'Assomption)",
  ]);
  expect(saidOf("2027-08-01T18:00", { exceptions: ["2027-08-02"] })).toEqual([
    "aucune séance ne tombe le lundi 2 août 2027, pourtant mis à part",
  ]);
  expect(saidOf("2027-08-01T18:00", { end: { until: "2030-01-01" } })).toEqual([
    "la série s'arrête avant le mardi 1er août 2028 : un an au plus",
  ]);
});

it("has a name for every holiday, in both languages, and no two the same on one day", () => {
  const territories = ["44", "67", "971", "973", "974", "976", "986", "987", "988"];
  for (const phrases of [library.phrases.fr, library.phrases.en]) {
    const holidays = territories.flatMap((territory) =>
      [2025, 2026].flatMap((year) => holidaysOf(year, territory)),
    );
    const names = new Map(holidays.map(({ name }) => [name, sayHoliday(name, tellIn(phrases))]));
    expect(names.size).toBe(20);
    expect(new Set(names.values()).size).toBe(20);
  }
});

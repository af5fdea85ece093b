import { describe, expect, it } from "vitest";
import { readRepeat } from "../../src/workshops/read-repeat.ts";

/** Monday 23 November 2026, 10:00 in Paris. */
const place = { now: new Date("2026-11-23T09:00:00Z"), zone: "Europe/Paris" };
const tuesdays = { every: "week", weekdays: [2], interval: 1 };

describe("words of a repetition", () => {
  it.each([
    ["tous les mardis de mars à mai à 18 h", "2027-03-02T18:00", tuesdays, { until: "2027-05-31" }],
    [
      "every Tuesday from March to May at 6pm",
      "2027-03-02T18:00",
      tuesdays,
      { until: "2027-05-31" },
    ],
    [
      "le deuxième mardi du mois jusqu'en juin à 18h",
      "2026-12-08T18:00",
      { every: "month", on: { weekday: 2, nth: 2 }, interval: 1 },
      { until: "2027-06-30" },
    ],
    [
      "le dernier vendredi du mois à 12h jusqu'en juin",
      "2026-11-27T12:00",
      { every: "month", on: { weekday: 5, nth: "last" }, interval: 1 },
      { until: "2027-06-30" },
    ],
    [
      "le 15 de chaque mois à 18h jusqu'en juin",
      "2026-12-15T18:00",
      { every: "month", on: { date: 15 }, interval: 1 },
      { until: "2027-06-30" },
    ],
    [
      "un mardi sur deux à 18h30 pendant 6 séances",
      "2026-11-24T18:30",
      { every: "week", weekdays: [2], interval: 2 },
      { count: 6 },
    ],
    [
      "tous les mardis et jeudis de 18h à 20h jusqu'au 15 janvier 2027",
      "2026-11-24T18:00",
      { every: "week", weekdays: [2, 4], interval: 1 },
      { until: "2027-01-15" },
    ],
    [
      "chaque lundi 10h à partir du 4 janvier jusqu'à fin mars",
      "2027-01-04T10:00",
      { every: "week", weekdays: [1], interval: 1 },
      { until: "2027-03-31" },
    ],
  ])("« %s »", (text, localStart, pattern, end) => {
    expect(readRepeat(text, place)).toMatchObject({
      kind: "understood",
      localStart,
      repeats: { pattern, end, exceptions: [] },
    });
  });

  it.each([
    ["tous les mardis à 18h", "needs-end"],
    ["le deuxième mardi du mois jusqu'en juin", "needs-hour"],
  ])("lack something: « %s »", (text, kind) => {
    expect(readRepeat(text, place)).toEqual({ kind });
  });

  it.each(["jeudi prochain 18h", "9 mars 2027 de 18h à 20h", "on Tuesday at 6pm", "mardi 18h"])(
    "are none: « %s »",
    (text) => {
      expect(readRepeat(text, place)).toBeUndefined();
    },
  );
});

import { describe, expect, it } from "vitest";
import { occurrencesOf, type Recurrence } from "../../src/workshops/recurrence.ts";
import { dayOf, instantOf } from "../../src/workshops/wall-time.ts";

const tuesdays: Recurrence = {
  start: "2027-03-09T18:00",
  timeZone: "Europe/Paris",
  pattern: { every: "week", weekdays: [2], interval: 1 },
  end: { count: 4 },
  exceptions: [],
};

const days = (rule: Recurrence) => occurrencesOf(rule).starts.map((start) => dayOf(start));

describe("a series of workshops", () => {
  it("keeps its hour on the wall when clocks change", () => {
    const { starts, warnings } = occurrencesOf(tuesdays);
    expect(starts).toEqual([
      "2027-03-09T18:00",
      "2027-03-16T18:00",
      "2027-03-23T18:00",
      "2027-03-30T18:00",
    ]);
    expect(
      starts.map((start) => instantOf(start, "Europe/Paris").toISOString().slice(11, 16)),
    ).toEqual(["17:00", "17:00", "17:00", "16:00"]);
    expect(warnings).toEqual([]);
  });

  it("begins on the first day of its pattern, not before its start", () => {
    expect(days({ ...tuesdays, start: "2027-03-10T18:00", end: { count: 1 } })).toEqual([
      "2027-03-16",
    ]);
  });

  it("may fall on several weekdays, every second week", () => {
    const rule: Recurrence = {
      ...tuesdays,
      pattern: { every: "week", weekdays: [4, 2, 4], interval: 2 },
      end: { until: "2027-04-08" },
    };
    expect(days(rule)).toEqual([
      "2027-03-09",
      "2027-03-11",
      "2027-03-23",
      "2027-03-25",
      "2027-04-06",
      "2027-04-08",
    ]);
  });

  it("skips short months for the 31st, and says which", () => {
    const rule: Recurrence = {
      ...tuesdays,
      start: "2027-01-31T18:00",
      pattern: { every: "month", on: { date: 31 }, interval: 1 },
      end: { until: "2027-06-30" },
    };
    expect(days(rule)).toEqual(["2027-01-31", "2027-03-31", "2027-05-31"]);
    expect(occurrencesOf(rule).warnings).toEqual([
      { kind: "no-such-date", month: "2027-02" },
      { kind: "no-such-date", month: "2027-04" },
      { kind: "no-such-date", month: "2027-06" },
    ]);
  });

  it.each([
    [2, 2, ["2027-01-12", "2027-02-09", "2027-03-09"]],
    [5, "last", ["2027-01-29", "2027-02-26", "2027-03-26"]],
    [7, "last", ["2027-01-31", "2027-02-28", "2027-03-28"]],
    [7, 5, ["2027-01-31", "2027-05-30", "2027-08-29"]],
  ] as const)("falls on weekday %i, number %s of the month", (weekday, nth, expected) => {
    const rule: Recurrence = {
      ...tuesdays,
      start: "2027-01-01T18:00",
      pattern: { every: "month", on: { weekday, nth }, interval: 1 },
      end: { count: 3 },
    };
    expect(days(rule)).toEqual(expected);
  });

  it("falls every third month, over the new year", () => {
    const rule: Recurrence = {
      ...tuesdays,
      start: "2027-10-05T18:00",
      pattern: { every: "month", on: { date: 5 }, interval: 3 },
      end: { count: 3 },
    };
    expect(days(rule)).toEqual(["2027-10-05", "2028-01-05", "2028-04-05"]);
  });

  it("leaves exceptions out without moving its end, and says which were needless", () => {
    const rule = { ...tuesdays, exceptions: ["2027-03-16", "2027-03-17"] };
    expect(days(rule)).toEqual(["2027-03-09", "2027-03-23", "2027-03-30"]);
    expect(occurrencesOf(rule).warnings).toEqual([
      { kind: "needless-exception", day: "2027-03-17" },
    ]);
  });

  it("skips the holidays of its territory when asked, and only those", () => {
    const mondays: Recurrence = {
      ...tuesdays,
      start: "2027-12-20T09:00",
      pattern: { every: "week", weekdays: [1], interval: 1 },
      end: { count: 2 },
    };
    expect(days({ ...mondays, skipHolidaysOf: "44" })).toEqual(["2027-12-20", "2027-12-27"]);
    expect(days(mondays)).toEqual(["2027-12-20", "2027-12-27"]);
    const reunion = occurrencesOf({ ...mondays, skipHolidaysOf: "974" });
    expect(reunion.starts).toEqual(["2027-12-27T09:00"]);
    expect(reunion.warnings).toEqual([
      { kind: "holiday-skipped", day: "2027-12-20", holiday: "slavery-abolition" },
    ]);
  });

  it("keeps a time the clocks skip or double in the series, and says so", () => {
    const nights: Recurrence = {
      ...tuesdays,
      start: "2027-03-21T02:30",
      pattern: { every: "week", weekdays: [7], interval: 1 },
      end: { until: "2027-11-07" },
    };
    const { starts, warnings } = occurrencesOf(nights);
    expect(starts).toHaveLength(34);
    expect(warnings).toEqual([
      { kind: "skipped-time", start: "2027-03-28T02:30" },
      { kind: "double-time", start: "2027-10-31T02:30" },
    ]);
    expect(occurrencesOf({ ...nights, timeZone: "Indian/Reunion" }).warnings).toEqual([]);
  });

  it("stops a year after its start, and says so", () => {
    const { starts, warnings } = occurrencesOf({ ...tuesdays, end: { count: 60 } });
    expect(starts).toHaveLength(53);
    expect(starts.at(-1)).toBe("2028-03-07T18:00");
    expect(warnings).toEqual([{ kind: "cut-after-a-year", before: "2028-03-09" }]);
    expect(occurrencesOf({ ...tuesdays, end: { until: "2028-03-08" } }).warnings).toEqual([]);
    expect(occurrencesOf({ ...tuesdays, end: { until: "2030-01-01" } }).warnings).toHaveLength(1);
  });

  it("refuses what is no series", () => {
    const never: Recurrence = { ...tuesdays, pattern: { ...tuesdays.pattern, interval: 0 } };
    expect(() => occurrencesOf(never)).toThrow(RangeError);
    expect(() => occurrencesOf({ ...tuesdays, end: { count: 0 } })).toThrow(RangeError);
  });

  it("has one occurrence a slot, Mondays 9:00, whichever year of 2024 to 2035", () => {
    const years = Array.from({ length: 12 }, (_, index) => 2024 + index);
    const starts = years.flatMap(
      (year) =>
        occurrencesOf({
          ...tuesdays,
          start: `${year}-01-01T09:00`,
          pattern: { every: "week", weekdays: [1], interval: 1 },
          end: { until: `${year}-12-31` },
        }).starts,
    );
    expect(starts).toHaveLength(627);
    expect(new Set(starts).size).toBe(627);
  });
});

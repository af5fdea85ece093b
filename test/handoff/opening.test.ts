import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingMs,
  closesAt,
  isOpenAt,
  nextOpening,
  ordinaryHours,
  workingDayMs,
  workingMs,
} from "../../src/handoff/opening.ts";
import type { OpeningHours } from "../../src/model/directory.ts";

const HOUR = 3_600_000;

describe("being open", () => {
  const hours = open("Europe/Paris", [1, "09:00", "12:00"], [1, "14:00", "17:00"]);

  it.each([
    ["2026-11-23T07:59:59.999Z", false],
    ["2026-11-23T08:00Z", true],
    ["2026-11-23T10:59:59.999Z", true],
    ["2026-11-23T11:00Z", false],
    ["2026-11-23T13:00Z", true],
    ["2026-11-23T16:00Z", false],
    ["2026-11-24T09:00Z", false],
  ])("two ranges a Monday, at %s: %s", (at, isOpen) => {
    expect(isOpenAt(hours, new Date(at))).toBe(isOpen);
    expect(closesAt(hours, new Date(at)) !== undefined).toBe(isOpen);
  });

  it("closes at the end of the range one is in", () => {
    expect(closesAt(hours, new Date("2026-11-23T09:30Z"))).toEqual(new Date("2026-11-23T11:00Z"));
  });

  it("is one stretch over midnight, and without end when it never closes", () => {
    const night = open("Europe/Paris", [5, "20:00", "24:00"], [6, "00:00", "02:00"]);
    expect(closesAt(night, new Date("2026-11-27T20:00Z"))).toEqual(new Date("2026-11-28T01:00Z"));
    const always = open("Europe/Paris", ...days.map((day) => [day, "00:00", "24:00"] as const));
    expect(isOpenAt(always, new Date("2026-11-27T20:00Z"))).toBe(true);
  });
});

describe("the next opening", () => {
  it.each([
    ["in a break", "2026-11-23T11:30Z", "2026-11-23T13:00Z"],
    ["on Friday evening", "2026-11-27T17:00Z", "2026-11-30T08:00Z"],
    ["on Sunday, the last minute of the week", "2026-11-29T22:59Z", "2026-11-30T08:00Z"],
    ["before a holiday Monday", "2026-04-04T10:00Z", "2026-04-07T07:00Z"],
    ["before the clocks go forward", "2026-03-27T17:00Z", "2026-03-30T07:00Z"],
    ["before the clocks go back", "2026-10-23T17:00Z", "2026-10-26T08:00Z"],
    ["at Christmas", "2026-12-24T17:00Z", "2026-12-28T08:00Z"],
    ["while it is open", "2026-11-23T09:12Z", "2026-11-23T09:12Z"],
  ])("of office hours in Paris, %s", (_when, at, opens) => {
    expect(nextOpening(offices, new Date(at))).toEqual(new Date(opens));
  });

  it.each([
    ["Saturday evening", "2026-11-28T20:00Z", "2026-11-29T09:00Z"],
    ["Sunday after closing", "2026-11-29T11:00Z", "2026-12-06T09:00Z"],
    ["Monday", "2026-11-30T09:00Z", "2026-12-06T09:00Z"],
  ])("of a team there on Sunday alone, on %s", (_when, at, opens) => {
    const sunday = open("Europe/Paris", [7, "10:00", "12:00"]);
    expect(nextOpening(sunday, new Date(at))).toEqual(new Date(opens));
  });

  it("is none of a team never there, nor of one that closes for months", () => {
    expect(nextOpening(open("Europe/Paris"), new Date("2026-11-28T20:00Z"))).toBeUndefined();
    const away = { ...offices, closures: [{ from: "2026-11-01", to: "2027-04-01" }] };
    expect(nextOpening(away, new Date("2026-11-28T20:00Z"))).toBeUndefined();
  });

  it("passes over closures, both days included", () => {
    const august = { ...offices, closures: [{ from: "2026-08-03", to: "2026-08-21" }] };
    expect(nextOpening(august, new Date("2026-08-02T10:00Z"))).toEqual(
      new Date("2026-08-24T07:00Z"),
    );
  });

  it("is that of the holidays of its territory", () => {
    const guadeloupe = { ...offices, timeZone: "America/Guadeloupe", holidaysOf: "971" };
    // 27 May: the abolition of slavery.
    expect(nextOpening(guadeloupe, new Date("2026-05-27T14:00Z"))).toEqual(
      new Date("2026-05-28T13:00Z"),
    );
  });
});

describe("time that counts", () => {
  it("Friday 18:00 in Guadeloupe, a team in Paris: nothing counts before Monday's opening", () => {
    const asked = new Date("2026-11-27T22:00Z");
    const opens = new Date("2026-11-30T08:00Z");
    expect(nextOpening(offices, asked)).toEqual(opens);
    expect(workingMs(offices, asked, opens)).toBe(0);
    expect(workingMs(offices, asked, new Date("2026-11-30T08:00:00.001Z"))).toBe(1);
  });

  it.each([
    ["over a break", "2026-11-23T10:00Z", "2026-11-23T14:00Z", 2 * HOUR],
    ["over a week-end", "2026-11-27T15:00Z", "2026-11-30T09:00Z", 2 * HOUR],
    ["over a holiday Monday", "2026-04-03T14:00Z", "2026-04-07T08:00Z", 2 * HOUR],
    ["over a week", "2026-11-23T00:00Z", "2026-11-30T00:00Z", 30 * HOUR],
    ["backwards", "2026-11-30T00:00Z", "2026-11-23T00:00Z", 0],
  ])("%s", (_over, from, to, ms) => {
    expect(workingMs(offices, new Date(from), new Date(to))).toBe(ms);
  });

  it("has 23 hours on the day the clocks go forward, 25 when they go back", () => {
    const always = open("Europe/Paris", ...days.map((day) => [day, "00:00", "24:00"] as const));
    const forward = [new Date("2026-03-28T23:00Z"), new Date("2026-03-29T22:00Z")] as const;
    const back = [new Date("2026-10-24T22:00Z"), new Date("2026-10-25T23:00Z")] as const;
    expect(workingMs(always, ...forward)).toBe(23 * HOUR);
    expect(workingMs(always, ...back)).toBe(25 * HOUR);
    const night = open("Europe/Paris", [7, "01:00", "04:00"]);
    expect(workingMs(night, ...forward)).toBe(2 * HOUR);
    expect(workingMs(night, ...back)).toBe(4 * HOUR);
  });

  it("counts ranges that overlap once", () => {
    const twice = open("Europe/Paris", [1, "09:00", "12:00"], [1, "10:00", "13:00"]);
    const monday = [new Date("2026-11-23T00:00Z"), new Date("2026-11-24T00:00Z")] as const;
    expect(workingMs(twice, ...monday)).toBe(4 * HOUR);
    expect(workingDayMs(twice)).toBe(4 * HOUR);
  });

  it("is exact to the millisecond, there and back, whatever the hours, seed 8", () => {
    const instant = fc.integer({
      min: Date.parse("2026-01-01T00:00Z"),
      max: Date.parse("2027-12-31T00:00Z"),
    });
    const property = fc.property(someHours, instant, fc.integer({ min: 1, max: 80 * HOUR }), there);
    fc.assert(property, { seed: 8, numRuns: 150 });
  });

  it("adds up: what counts until an instant and from it on, seed 8", () => {
    const instant = fc.integer({
      min: Date.parse("2026-02-01T00:00Z"),
      max: Date.parse("2026-05-01T00:00Z"),
    });
    const property = fc.property(someHours, fc.tuple(instant, instant, instant), (hours, some) => {
      const [from, between, to] = some.toSorted((a, b) => a - b).map((at) => new Date(at));
      if (!from || !between || !to) return;
      expect(workingMs(hours, from, between) + workingMs(hours, between, to)).toBe(
        workingMs(hours, from, to),
      );
    });
    fc.assert(property, { seed: 8, numRuns: 100 });
  });
});

describe("a working day", () => {
  it.each([
    ["offices", ordinaryHours("Europe/Paris"), 7],
    [
      "Tuesday 9–17 and Thursday 14–19",
      open("Europe/Paris", [2, "09:00", "17:00"], [4, "14:00", "19:00"]),
      6.5,
    ],
    ["Sunday morning alone", open("Europe/Paris", [7, "10:00", "12:00"]), 2],
    ["never", open("Europe/Paris"), 7],
  ])("of %s", (_of, hours, expected) => {
    expect(workingDayMs(hours)).toBe(expected * HOUR);
  });

  it("is a week for a team there on Sunday alone", () => {
    const sunday = open("Europe/Paris", [7, "10:00", "12:00"]);
    const from = new Date("2026-11-29T09:00Z");
    const after = addWorkingMs(sunday, from, 4 * workingDayMs(sunday));
    expect(after).toEqual(new Date("2026-12-20T11:00Z"));
  });

  it("never ends where nobody is ever there", () => {
    expect(addWorkingMs(open("Europe/Paris"), new Date(0), 1)).toBeUndefined();
    expect(workingMs(open("Europe/Paris"), new Date(0), new Date("2026-11-24T09:00Z"))).toBe(0);
  });
});

const days = [1, 2, 3, 4, 5, 6, 7];

const offices: OpeningHours = {
  ...open(
    "Europe/Paris",
    ...[1, 2, 3, 4, 5].flatMap((day) => [
      [day, "09:00", "12:00"] as const,
      [day, "14:00", "17:00"] as const,
    ]),
  ),
  holidaysOf: "44",
};

const zones = ["Europe/Paris", "America/Guadeloupe", "Pacific/Noumea", "America/Miquelon"];

const someHours: fc.Arbitrary<OpeningHours> = fc
  .tuple(
    fc.constantFrom(...zones),
    fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 24 }),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([zone, ranges]) => {
    const written = ranges.map(([day, from, length]) => {
      return [day, hour(from), hour(Math.min(24, from + length))] as const;
    });
    return { ...open(zone, ...written), holidaysOf: "44" };
  });

function there(hours: OpeningHours, from: number, ms: number): void {
  const start = new Date(from);
  const end = addWorkingMs(hours, start, ms);
  if (!end) throw new Error("a week always opens");
  expect(workingMs(hours, start, end)).toBe(ms);
  // It is the first such instant.
  expect(workingMs(hours, start, new Date(end.getTime() - 1))).toBe(ms - 1);
}

function hour(hours: number): string {
  return `${String(hours).padStart(2, "0")}:00`;
}

function open(
  timeZone: string,
  ...ranges: readonly (readonly [number, string, string])[]
): OpeningHours {
  return { ranges: ranges.map(([day, from, to]) => ({ day, from, to })), timeZone, closures: [] };
}

import { describe, expect, it } from "vitest";
import { dueGroups } from "../../src/announcements/due-groups.ts";
import { digestSlots } from "../../src/announcements/schedule.ts";
import { occurrencesOf } from "../../src/workshops/recurrence.ts";
import { startOf } from "../../src/workshops/workshop-time.ts";
import { clockOracle, frenchZones, twelveYearsOfDays } from "../support/clock-oracle.ts";
import { programmeOf, room } from "./programme-of.ts";

const DAY_MS = 86_400_000;
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const begins = Date.parse("2023-12-31T00:00:00Z");
const ends = Date.parse("2036-01-02T00:00:00Z");

/** From Monday 1 to Sunday 7. */
function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

const slotsOfYears = (weekdays: readonly number[], time: string) =>
  twelveYearsOfDays
    .filter((day) => weekdays.includes(weekdayOf(day)))
    .map((day) => ({ day, wall: `${day}T${time}` }));

/** What a running planner asks, window after window; some windows end in the hours clocks change at. */
function windows(): readonly { readonly from: Date; readonly to: Date }[] {
  const found: { from: Date; to: Date }[] = [];
  const steps = [2.7, 3.3, 0.02, 3.9, 1].map((days) => days * DAY_MS);
  let from = begins;
  for (let at = 0; from < ends; at += 1) {
    const to = from + (steps[at % steps.length] ?? DAY_MS);
    found.push({ from: new Date(from), to: new Date(to) });
    from = to;
  }
  return found;
}

const both = [
  ["Monday 9:00", [1], "09:00", 627],
  ["day at 02:30", everyDay, "02:30", 4383],
] as const;

describe.each(both)("every %s from 2024 to 2035", (_, weekdays, time, count) => {
  const slots = slotsOfYears(weekdays, time);

  it("is as many slots as the calendar has", () => {
    expect(slots).toHaveLength(count);
  });

  it.each(frenchZones)("is one digest a slot in %s, at the documented instant", (zone) => {
    const oracle = clockOracle(zone);
    const window = { from: new Date(begins), to: new Date(ends) };
    const found = weekdays
      .flatMap((weekday) => digestSlots({ weekday, time }, zone, window))
      .filter(({ day }) => day >= "2024-01-01" && day <= "2035-12-31")
      .toSorted((one, other) => one.at.getTime() - other.at.getTime());
    expect(found).toEqual(slots.map(({ day, wall }) => ({ day, at: oracle(wall) })));
  });

  it.each(frenchZones)("is one start a slot of a series in %s, at that instant", (zone) => {
    const oracle = clockOracle(zone);
    const starts = Array.from({ length: 12 }, (__, index) => 2024 + index).flatMap(
      (year) =>
        occurrencesOf({
          start: `${year}-01-01T${time}`,
          timeZone: zone,
          pattern: { every: "week", weekdays, interval: 1 },
          end: { until: `${year}-12-31` },
          exceptions: [],
        }).starts,
    );
    expect(
      starts.map((localStart) => ({ localStart, at: startOf({ localStart, timeZone: zone }) })),
    ).toEqual(slots.map(({ wall }) => ({ localStart: wall, at: oracle(wall) })));
  });
});

// Where clocks change by two rules, and one place where they never do.
it.each(["Europe/Paris", "America/Miquelon", "Pacific/Tahiti"])(
  "a planner that ticks through these years finds each digest of %s once, whenever it ticks",
  (zone) => {
    const oracle = clockOracle(zone);
    const rooms = [
      room("monday", { zone, quiet: undefined, digest: { weekday: 1, time: "09:00" } }),
      ...everyDay.map((weekday) =>
        room(`night-${weekday}`, { zone, quiet: undefined, digest: { weekday, time: "02:30" } }),
      ),
    ];
    const programme = programmeOf({ rooms });
    const found = windows().flatMap((window) =>
      dueGroups(programme, window).flatMap(({ occurrence, at, recipients }) =>
        recipients().map(({ to }) => `${to.room} ${occurrence} ${at.toISOString()}`),
      ),
    );
    const wanted = [
      ...slotsOfYears([1], "09:00").map(
        ({ day, wall }) => `monday ${day} ${oracle(wall).toISOString()}`,
      ),
      ...slotsOfYears(everyDay, "02:30").map(
        ({ day, wall }) => `night-${weekdayOf(day)} ${day} ${oracle(wall).toISOString()}`,
      ),
    ];
    const inYears = found.filter((one) => / (?:202[4-9]|203[0-5])-\d\d-\d\d /u.test(one));
    expect(inYears.toSorted()).toEqual(wanted.toSorted());
  },
);

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMinutes,
  dayOf,
  endAfter,
  hasNeedlessOffset,
  instantOf,
  instantsOf,
  isZone,
  nextWeekday,
  readWallTime,
  timeOf,
  wallTimeAt,
  weekdayOf,
  whichOfTwo,
} from "../../src/workshops/wall-time.ts";

const overseas = [
  "Indian/Reunion",
  "Indian/Mayotte",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "America/Miquelon",
  "Pacific/Noumea",
  "Pacific/Tahiti",
  "Pacific/Wallis",
];

const utc = (wall: string) => new Date(`${wall}:00Z`);

/** Every day from 2024 to 2035, as `YYYY-MM-DD`. */
const days = Array.from({ length: 4383 }, (_, index) => dayOf(addDays("2024-01-01T12:00", index)));

describe("wall times", () => {
  it.each([
    ["2027-03-09T18:00", "2027-03-09T18:00"],
    ["2028-02-29T00:00", "2028-02-29T00:00"],
    ["2027-02-29T18:00", undefined],
    ["2027-03-09T24:00", undefined],
    ["2027-03-09T18:60", undefined],
    ["2027-03-09 18:00", undefined],
    ["2027-03-09T18:00Z", undefined],
    ["2027-3-9T18:00", undefined],
    ["", undefined],
  ])("reads %j as %s", (text, expected) => {
    expect(readWallTime(text)).toBe(expected);
  });

  // WORKSHOPS.md, section 4.
  it.each([
    ["2027-01-12", "21:30", "20:30", "13:30", "14:30", "14:30", "04:30 next day", "07:30"],
    ["2027-03-16", "21:30", "20:30", "13:30", "14:30", "15:30", "04:30 next day", "07:30"],
    ["2027-07-13", "20:30", "19:30", "12:30", "13:30", "14:30", "03:30 next day", "06:30"],
    ["2027-11-03", "21:30", "20:30", "13:30", "14:30", "15:30", "04:30 next day", "07:30"],
  ])("shows 18:30 in Paris on %s overseas as the design says", (day, ...expected) => {
    const [reunion, mayotte, antilles, guyane, miquelon, noumea, tahiti] = expected;
    const at = instantOf(`${day}T18:30`, "Europe/Paris");
    const shown = (zone: string) => {
      const wall = wallTimeAt(at, zone);
      return `${timeOf(wall)}${dayOf(wall) > day ? " next day" : ""}`;
    };
    expect({
      "Indian/Reunion": reunion,
      "Indian/Mayotte": mayotte,
      "America/Guadeloupe": antilles,
      "America/Martinique": antilles,
      "America/Cayenne": guyane,
      "America/Miquelon": miquelon,
      "Pacific/Noumea": noumea,
      "Pacific/Tahiti": tahiti,
    }).toEqual(
      Object.fromEntries(
        overseas.filter((zone) => zone !== "Pacific/Wallis").map((zone) => [zone, shown(zone)]),
      ),
    );
  });

  it.each([
    ["Europe/Paris", "2027-03-28T01:59", ["2027-03-28T00:59"], "2027-03-28T00:59"],
    ["Europe/Paris", "2027-03-28T02:30", [], "2027-03-28T01:30"],
    ["Europe/Paris", "2027-03-28T03:00", ["2027-03-28T01:00"], "2027-03-28T01:00"],
    [
      "Europe/Paris",
      "2027-10-31T02:30",
      ["2027-10-31T00:30", "2027-10-31T01:30"],
      "2027-10-31T00:30",
    ],
    ["Europe/Paris", "2028-03-26T02:30", [], "2028-03-26T01:30"],
    [
      "Europe/Paris",
      "2028-10-29T02:30",
      ["2028-10-29T00:30", "2028-10-29T01:30"],
      "2028-10-29T00:30",
    ],
    ["America/Miquelon", "2027-03-14T02:30", [], "2027-03-14T05:30"],
    [
      "America/Miquelon",
      "2027-11-07T01:30",
      ["2027-11-07T03:30", "2027-11-07T04:30"],
      "2027-11-07T03:30",
    ],
    ["Pacific/Tahiti", "2027-03-28T02:30", ["2027-03-28T12:30"], "2027-03-28T12:30"],
  ])("in %s, %s is at %j, and we act at %s", (zone, wall, all, acted) => {
    expect(instantsOf(wall, zone)).toEqual(all.map((one) => utc(one)));
    expect(instantOf(wall, zone)).toEqual(utc(acted));
  });

  it("has one instant for every Monday 9:00 in Paris from 2024 to 2035", () => {
    const mondays = days.filter((day) => weekdayOf(`${day}T12:00`) === 1);
    expect(mondays).toHaveLength(627);
    const instants = mondays.map((day) => {
      const wall = `${day}T09:00`;
      expect(instantsOf(wall, "Europe/Paris")).toHaveLength(1);
      const at = instantOf(wall, "Europe/Paris");
      expect(wallTimeAt(at, "Europe/Paris")).toBe(wall);
      // UTC+1 in winter, UTC+2 in summer.
      expect(["07:00", "08:00"]).toContain(at.toISOString().slice(11, 16));
      return at.getTime();
    });
    expect(new Set(instants).size).toBe(627);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });

  it.each(["Europe/Paris", ...overseas])(
    "has one instant for every 02:30 in %s from 2024 to 2035",
    (zone) => {
      const slots = days.map((day) => {
        const wall = `${day}T02:30`;
        const all = instantsOf(wall, zone);
        const at = instantOf(wall, zone);
        return { day, all, at, shown: wallTimeAt(at, zone) };
      });
      const having = (count: number) => slots.filter(({ all }) => all.length === count);
      for (const { day, shown } of having(0)) expect(shown).toBe(`${day}T03:30`);
      for (const { day, shown, all, at } of [...having(1), ...having(2)]) {
        expect([shown, at]).toEqual([`${day}T02:30`, all[0]]);
      }
      const instants = slots.map(({ at }) => at.getTime());
      expect(instants.every((at, index) => index === 0 || at > (instants[index - 1] ?? at))).toBe(
        true,
      );
      const changes = {
        "Europe/Paris": { skipped: 12, once: 4359, twice: 12 },
        // America goes back at 2:00, so that 1:00 to 1:59 come twice, not 2:30.
        "America/Miquelon": { skipped: 12, once: 4371, twice: 0 },
      }[zone];
      const counts = {
        skipped: having(0).length,
        once: having(1).length,
        twice: having(2).length,
      };
      expect(counts).toEqual(changes ?? { skipped: 0, once: 4383, twice: 0 });
    },
  );

  it("tells the second of two times alike from the first, there and back", () => {
    expect(readWallTime("2027-10-31T02:30+01:00")).toBe("2027-10-31T02:30+01:00");
    for (const zone of ["Europe/Paris", ...overseas]) {
      for (let at = Date.parse("2027-03-01T00:00Z"); at < Date.parse("2027-12-01T00:00Z");) {
        const instant = new Date(at);
        expect(instantOf(wallTimeAt(instant, zone), zone)).toEqual(instant);
        // Every half hour of the nights clocks change, far apart elsewhere.
        at += 1_800_000 * (/-(?:14|28|31|07)T/u.test(instant.toISOString()) ? 1 : 16);
      }
    }
    expect(wallTimeAt(utc("2027-10-31T01:30"), "Europe/Paris")).toBe("2027-10-31T02:30+01:00");
    expect(wallTimeAt(utc("2027-11-07T04:30"), "America/Miquelon")).toBe("2027-11-07T01:30-03:00");
    expect(whichOfTwo("2027-10-31T02:30", "Europe/Paris")).toBe("first");
    expect(whichOfTwo("2027-10-31T02:30+01:00", "Europe/Paris")).toBe("second");
    expect(whichOfTwo("2027-10-31T03:30", "Europe/Paris")).toBeUndefined();
  });

  it.each([
    ["2027-10-31T02:30", "Europe/Paris", false],
    ["2027-10-31T02:30+01:00", "Europe/Paris", false],
    ["2027-10-31T02:30+02:00", "Europe/Paris", true],
    ["2027-10-31T02:30+03:00", "Europe/Paris", true],
    ["2027-10-31T04:30+01:00", "Europe/Paris", true],
    ["2027-10-31T02:30+04:00", "Indian/Reunion", true],
  ])("knows whether the offset of %s is of use in %s", (wall, zone, isNeedless) => {
    expect(hasNeedlessOffset(wall, zone)).toBe(isNeedless);
  });

  it("takes an end for the second of two times alike only when the first is over", () => {
    const end = (start: string) => endAfter(start, "2027-10-31T02:30", "Europe/Paris");
    expect(end("2027-10-31T01:00")).toBe("2027-10-31T02:30");
    expect(end("2027-10-31T02:30")).toBe("2027-10-31T02:30+01:00");
    expect(end("2027-10-31T02:15+01:00")).toBe("2027-10-31T02:30+01:00");
    expect(end("2027-10-31T02:45+01:00")).toBe("2027-10-31T02:30");
  });

  it("counts days and minutes on the wall, whatever the clocks do", () => {
    expect(addDays("2027-03-27T18:00", 1)).toBe("2027-03-28T18:00");
    expect(addDays("2027-03-01T18:00", -1)).toBe("2027-02-28T18:00");
    expect(addMinutes("2027-03-28T01:30", 60)).toBe("2027-03-28T02:30");
    expect(addMinutes("2027-12-31T23:30", 45)).toBe("2028-01-01T00:15");
  });

  it("finds the next weekday, never the same day", () => {
    expect(weekdayOf("2027-03-09T18:00")).toBe(2);
    expect(nextWeekday("2027-03-09T18:00", 2)).toBe("2027-03-16T18:00");
    expect(nextWeekday("2027-03-09T18:00", 3)).toBe("2027-03-10T18:00");
    expect(nextWeekday("2027-03-09T18:00", 1)).toBe("2027-03-15T18:00");
  });

  it("knows zones from other words", () => {
    expect(["Europe/Paris", "Indian/Reunion", "UTC"].every((zone) => isZone(zone))).toBe(true);
    expect(["Europe/Saint-Nazaire", "Paris", "+02:00", ""].some((zone) => isZone(zone))).toBe(
      false,
    );
  });

  it("shows any instant at one wall time that leads back to it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 28_400_000, max: 34_700_000 }),
        fc.constantFrom("Europe/Paris", ...overseas),
        (minute, zone) => {
          const at = new Date(minute * 60_000);
          expect(instantsOf(wallTimeAt(at, zone), zone)).toContainEqual(at);
        },
      ),
      { numRuns: 500 },
    );
  });
});

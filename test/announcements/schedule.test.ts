import { describe, expect, it } from "vitest";
import {
  dayAfter,
  digestSlots,
  eveningBefore,
  hourBefore,
} from "../../src/announcements/schedule.ts";
import { instantOf, wallTimeAt } from "../../src/workshops/wall-time.ts";
import { between } from "./programme-of.ts";

const zones = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "Indian/Reunion",
  "Indian/Mayotte",
  "America/Miquelon",
  "Pacific/Noumea",
  "Pacific/Tahiti",
];

// From Saturday noon to Saturday noon: every week of the years 2024 to 2035.
const twelveYears = between("2023-12-30T12:00:00Z", "2036-01-05T12:00:00Z");

describe("a weekly digest", () => {
  it.each(zones)("comes every Monday at 9:00 in %s, from 2024 to 2035", (zone) => {
    const slots = digestSlots({ weekday: 1, time: "09:00" }, zone, twelveYears);
    expect(slots.length).toBe(627);
    expect(new Set(slots.map(({ day }) => day)).size).toBe(627);
    for (const { day, at } of slots) expect(wallTimeAt(at, zone)).toBe(`${day}T09:00`);
  });

  it.each(zones)(
    "comes once each Sunday at 2:30 in %s, skipped and doubled hours included",
    (zone) => {
      const slots = digestSlots({ weekday: 7, time: "02:30" }, zone, twelveYears);
      expect(slots.length).toBe(627);
      const gaps = slots
        .map(({ at }, i) => at.getTime() - (slots[i - 1]?.at.getTime() ?? 0))
        .slice(1);
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual((7 * 24 - 1) * 3_600_000);
      expect(Math.max(...gaps)).toBeLessThanOrEqual((7 * 24 + 1) * 3_600_000);
    },
  );

  it.each([
    ["2026-03-29", "when the clock skips it, one hour on", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25", "when it comes twice, the first time", "2026-10-25T00:30:00.000Z"],
  ])("of 2:30 on %s comes, %s", (day, _, at) => {
    const window = between(`${day}T00:00:00Z`, `${day}T12:00:00Z`);
    const slots = digestSlots({ weekday: 7, time: "02:30" }, "Europe/Paris", window);
    expect(slots).toEqual([{ day, at: new Date(at) }]);
  });

  it("belongs to the window that ends with it, not to the one that begins with it", () => {
    const slot = { weekday: 1, time: "09:00" };
    const at = "2027-03-08T08:00:00Z";
    const before = between("2027-03-08T07:59:00Z", at);
    const next = between(at, "2027-03-08T08:01:00Z");
    expect(digestSlots(slot, "Europe/Paris", before).length).toBe(1);
    expect(digestSlots(slot, "Europe/Paris", next).length).toBe(0);
  });
});

describe("a reminder", () => {
  // WORKSHOPS.md 15.1.
  it("of 18:00 each Tuesday in Paris stays at 18:00 the day before, across both clock changes", () => {
    for (const day of ["2027-03-23", "2027-03-30", "2027-10-26", "2027-11-02"]) {
      const start = instantOf(`${day}T18:00`, "Europe/Paris");
      const evening = wallTimeAt(eveningBefore(start, "Europe/Paris"), "Europe/Paris");
      expect(evening.slice(11)).toBe("18:00");
      expect(start.getTime() - hourBefore(start).getTime()).toBe(3_600_000);
    }
  });

  it.each([
    ["Europe/Paris", "2027-03-27T17:00:00.000Z"],
    ["Indian/Reunion", "2027-03-27T14:00:00.000Z"],
    ["Pacific/Tahiti", "2027-03-28T04:00:00.000Z"],
    // There, 18:30 in Paris is the next morning.
    ["Pacific/Noumea", "2027-03-28T07:00:00.000Z"],
  ])("comes at 18:00 the day before on the wall of %s", (zone, at) => {
    const start = instantOf("2027-03-28T18:30", "Europe/Paris");
    expect(eveningBefore(start, zone).toISOString()).toBe(at);
  });

  it("is 25 hours before when the night between is longer", () => {
    const start = instantOf("2027-10-31T18:00", "Europe/Paris");
    const hours = (start.getTime() - eveningBefore(start, "Europe/Paris").getTime()) / 3_600_000;
    expect(hours).toBe(25);
  });
});

it("asks whether it was useful at 10:00 the day after it ended", () => {
  const end = instantOf("2027-03-27T23:30", "Europe/Paris");
  expect(wallTimeAt(dayAfter(end, "Europe/Paris"), "Europe/Paris")).toBe("2027-03-28T10:00");
});

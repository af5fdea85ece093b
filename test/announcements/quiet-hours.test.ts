import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { settle, type Hours, type Settling } from "../../src/announcements/quiet-hours.ts";
import { instantOf, timeOf, wallTimeAt } from "../../src/workshops/wall-time.ts";

const night = { from: "21:00", to: "08:00" };
const roomHours: Hours = { zone: "Europe/Paris", quiet: night, isDirect: false };
const ownHours: Hours = { ...roomHours, isDirect: true };
const later = new Date("2030-01-01T00:00:00Z");

function message(wall: string, changes: Partial<Settling> = {}): Settling {
  const at = instantOf(wall, "Europe/Paris");
  return { kind: "new", at, usefulUntil: later, isRegistered: false, ...changes };
}

function settled(of: Settling, hours: Hours): string | undefined {
  const at = settle(of, hours);
  return at && wallTimeAt(at, hours.zone);
}

const paris = (wall: string) => instantOf(wall, "Europe/Paris");

describe("quiet hours", () => {
  it.each([
    ["20:59 goes at once", "2027-03-09T20:59", "2027-03-09T20:59"],
    ["21:00 waits for the morning", "2027-03-09T21:00", "2027-03-10T08:00"],
    ["7:59 waits a minute", "2027-03-10T07:59", "2027-03-10T08:00"],
    ["8:00 goes at once", "2027-03-10T08:00", "2027-03-10T08:00"],
    ["the night the clock goes forward", "2027-03-28T02:30", "2027-03-28T08:00"],
    ["the night it goes back", "2027-10-30T23:00", "2027-10-31T08:00"],
  ])("of a room: %s", (_, at, expected) => {
    expect(settled(message(at), roomHours)).toBe(expected);
  });

  it("keep a digest back on Sunday morning, and after the night before it", () => {
    const digest = { kind: "digest" as const };
    expect(settled(message("2027-03-14T09:00", digest), roomHours)).toBe("2027-03-14T12:00");
    expect(settled(message("2027-03-13T22:00", digest), roomHours)).toBe("2027-03-14T12:00");
    expect(settled(message("2027-03-14T09:00"), roomHours)).toBe("2027-03-14T09:00");
  });

  it("that touch are one: a digest of no use at noon goes before the evening they begin with", () => {
    const digest = { kind: "digest" as const, usefulUntil: paris("2027-03-14T11:00") };
    const evening = { ...roomHours, quiet: { from: "21:00", to: "00:00" } };
    expect(settled(message("2027-03-14T09:00", digest), evening)).toBe("2027-03-13T20:59");
  });

  it("send what is useless at their end one minute before they begin", () => {
    const useful = { kind: "day-before" as const, usefulUntil: paris("2027-03-10T06:00") };
    expect(settled(message("2027-03-09T22:00", useful), roomHours)).toBe("2027-03-09T20:59");
  });

  it("leave no moment to what came about during them and is useless after", () => {
    const at = paris("2027-03-09T22:00");
    const useful = { usefulUntil: paris("2027-03-10T07:00"), earliest: at };
    expect(settle(message("2027-03-09T22:00", useful), roomHours)).toBeUndefined();
  });

  it("let through the reminder one hour before 8:30 that a person asked for, not a room's", () => {
    const hour = { kind: "hour-before" as const, usefulUntil: paris("2027-03-10T08:20") };
    expect(settled(message("2027-03-10T07:30", hour), ownHours)).toBe("2027-03-10T07:30");
    expect(settled(message("2027-03-10T07:30", hour), roomHours)).toBe("2027-03-10T08:00");
  });

  it.each(["change", "cancellation"] as const)(
    "let a %s through within 12 hours of the start, in direct to registered people alone",
    (kind) => {
      const near = { kind, soonest: paris("2027-03-10T10:00"), isRegistered: true };
      const far = { ...near, soonest: paris("2027-03-10T10:01") };
      expect(settled(message("2027-03-09T22:00", near), ownHours)).toBe("2027-03-09T22:00");
      expect(settled(message("2027-03-09T22:00", far), ownHours)).toBe("2027-03-10T08:00");
      expect(settled(message("2027-03-09T22:00", near), roomHours)).toBe("2027-03-10T08:00");
      const other = { ...near, isRegistered: false };
      expect(settled(message("2027-03-09T22:00", other), ownHours)).toBe("2027-03-10T08:00");
    },
  );

  it("are a person's own: over no midnight, or none at all", () => {
    const nap = { ...ownHours, quiet: { from: "13:00", to: "14:30" } };
    expect(settled(message("2027-03-09T13:10"), nap)).toBe("2027-03-09T14:30");
    expect(settled(message("2027-03-09T23:10"), nap)).toBe("2027-03-09T23:10");
    const never = { ...ownHours, quiet: undefined };
    expect(settled(message("2027-03-09T03:00"), never)).toBe("2027-03-09T03:00");
  });

  it("hold in every zone, at any instant, across clock changes", () => {
    const zone = fc.constantFrom("Europe/Paris", "America/Miquelon", "Pacific/Tahiti");
    const at = fc.date({
      min: new Date("2027-01-01T00:00:00Z"),
      max: new Date("2027-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(zone, at, fc.boolean(), (place, instant, isUseful) => {
        const usefulUntil = isUseful ? later : instant;
        const one: Settling = { kind: "new", at: instant, usefulUntil, isRegistered: false };
        const sent = settle(one, { ...roomHours, zone: place });
        if (!sent) throw new Error("no moment");
        const time = timeOf(wallTimeAt(sent, place));
        expect(time >= "08:00" && time < "21:00").toBe(true);
        expect(Math.abs(sent.getTime() - instant.getTime())).toBeLessThanOrEqual(12 * 3_600_000);
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { isUpcoming, monthOf, nextMonth, weekOf } from "../../src/workshops/workshop-time.ts";
import { workshopLike } from "../support/workshop-like.ts";

const site = workshopLike({ localStart: "2026-11-26T18:30", localEnd: "2026-11-26T20:00" });

describe("time", () => {
  it.each([
    ["2026-11-26T17:00:00Z", true],
    ["2026-11-26T18:59:00Z", true],
    ["2026-11-26T19:01:00Z", false],
    ["2026-11-27T08:00:00Z", false],
  ])("at %s a workshop until 20:00 in Paris is upcoming: %s", (now, expected) => {
    expect(isUpcoming(site, new Date(now))).toBe(expected);
  });

  it("counts weeks from Monday, across months and years", () => {
    expect(weekOf("2026-11-23")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(weekOf("2026-11-29")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(weekOf("2026-12-31", 1)).toEqual({ from: "2027-01-04", to: "2027-01-10" });
    expect(monthOf("2026-02-10").from).toBe("2026-02-01");
  });

  it.each([
    ["2026-11-23", 11, undefined, "2026-11-01"],
    ["2026-11-23", 12, undefined, "2026-12-01"],
    ["2026-11-23", 10, undefined, "2027-10-01"],
    ["2026-11-23", 10, 2026, "2026-10-01"],
  ])("from %s the next month %d (of %s) begins on %s", (today, month, year, from) => {
    expect(nextMonth(today, month, year).from).toBe(from);
  });
});

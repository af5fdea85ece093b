import { describe, expect, it } from "vitest";
import { moveAlike, splitSeries } from "../../src/workshops/edit-series.ts";

const series = ["2027-03-09", "2027-03-16", "2027-03-23", "2027-03-30"].map((day, index) => ({
  id: String(index + 1),
  localStart: `${day}T18:00`,
  timeZone: "Europe/Paris",
}));

const third = series[2] ?? { id: "", localStart: "", timeZone: "" };
const ids = (some: readonly { readonly id: string }[]) => some.map(({ id }) => id).join(" ");

describe("editing a series", () => {
  it.each([
    ["this", "3", "1 2 4"],
    ["following", "3 4", "1 2"],
    ["all", "1 2 3 4", ""],
  ] as const)("changes %s: %j, and leaves %j", (scope, edited, left) => {
    const now = new Date("2027-03-01T00:00:00Z");
    const split = splitSeries(series, { chosen: third, scope, now });
    expect([ids(split.edited), ids(split.left)]).toEqual([edited, left]);
  });

  it("never changes what has begun", () => {
    const now = new Date("2027-03-16T17:00:00Z");
    const split = splitSeries(series, { chosen: third, scope: "all", now });
    expect([ids(split.edited), ids(split.left)]).toEqual(["3 4", "1 2"]);
  });

  it("moves all as one was moved, the hour on the wall kept across clock changes", () => {
    const moved = { from: "2027-03-16T18:00", to: "2027-03-17T19:30" };
    expect(moveAlike("2027-03-30T18:00", moved)).toBe("2027-03-31T19:30");
    expect(moveAlike("2027-03-30T18:00", { from: moved.to, to: moved.from })).toBe(
      "2027-03-29T18:00",
    );
  });
});

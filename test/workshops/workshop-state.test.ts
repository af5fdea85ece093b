import { expect, it } from "vitest";
import { isFull, isOver, startsGivenUp } from "../../src/workshops/workshop-state.ts";
import { workshopLike } from "../support/workshop-like.ts";

const evening = workshopLike({ localStart: "2027-03-09T18:00", localEnd: "2027-03-09T20:00" });

it.each([
  ["2027-03-09T20:59:59Z", false],
  ["2027-03-09T21:00:00Z", true],
])("until 20:00 in Paris, at %s a workshop is over: %s", (now, expected) => {
  expect(isOver(evening, new Date(now))).toBe(expected);
});

it("is over two hours that really passed after its end, also when clocks change between", () => {
  const night = { ...evening, localStart: "2027-03-27T23:00", localEnd: "2027-03-28T01:30" };
  expect(isOver(night, new Date("2027-03-28T02:29:00Z"))).toBe(false);
  expect(isOver(night, new Date("2027-03-28T02:30:00Z"))).toBe(true);
});

it.each([
  [undefined, 500, false],
  [12, 11, false],
  [12, 12, true],
  [0, 0, true],
])("with %s seats and %d taken, is full: %s", (capacity, taken, expected) => {
  expect(isFull({ capacity }, taken)).toBe(expected);
});

it("gives up its earlier starts when moved, its own when cancelled, and none that has passed", () => {
  const now = new Date("2027-03-03T09:00:00Z");
  const previousStarts = ["2027-03-02T18:00", "2027-03-05T18:00"];
  const moved = { ...evening, status: "moved" as const, previousStarts };
  expect(startsGivenUp(moved, now)).toEqual(["2027-03-05T18:00"]);
  expect(startsGivenUp({ ...moved, status: "cancelled" }, now)).toEqual([
    "2027-03-05T18:00",
    "2027-03-09T18:00",
  ]);
  expect(startsGivenUp(evening, now)).toEqual([]);
});

import { expect, it } from "vitest";
import { sumOpinions } from "../../src/statistics/sum-opinions.ts";

const said = (good: number, middling = 0, bad = 0) => ({ good, middling, bad });

it("shows nothing below five opinions", () => {
  expect(sumOpinions([])).toBeUndefined();
  expect(sumOpinions([said(2, 1, 1)])).toBeUndefined();
  expect(sumOpinions([said(2, 1, 2)])).toEqual(said(2, 1, 2));
});

it("sums workshops that have too few each, when they have enough together", () => {
  expect(sumOpinions([said(3), said(1, 0, 1)])).toEqual(said(4, 0, 1));
});

it("leaves out what a subtraction would tell: one opinion beside five that are shown", () => {
  expect(sumOpinions([said(5), said(0, 0, 1)])).toEqual(said(5));
});

import { expect, it } from "vitest";
import { sheetsToConfirm } from "../../../src/handoff/places/sheets-to-confirm.ts";
import { placeLike } from "../../support/place-like.ts";

const maryse = { platform: "test", person: "maryse" };
const youssef = { platform: "test", person: "youssef" };

it("asks each keeper once for all the sheets that are a year old, oldest first", () => {
  const places = [
    placeLike({ id: "b", updated: "2025-11-24", keptBy: maryse }),
    placeLike({ id: "a", updated: "2025-01-02", keptBy: maryse }),
    placeLike({ id: "young", updated: "2025-11-25", keptBy: maryse }),
    placeLike({ id: "nobody's", updated: "2020-01-01" }),
    placeLike({ id: "c", updated: "2025-03-04", keptBy: youssef }),
  ];
  const asked = sheetsToConfirm(places, new Date("2026-11-24T09:00:00Z"));
  expect(asked.map(({ keeper, places: sheets }) => [keeper, sheets.map(({ id }) => id)])).toEqual([
    [maryse, ["a", "b"]],
    [youssef, ["c"]],
  ]);
  expect(new Set(asked.map(({ key }) => key)).size).toBe(2);
});

it("asks under the same key for a year, then under another, and under another once the sheet is confirmed", () => {
  const sheets = (updated: string) => [placeLike({ id: "a", updated, keptBy: maryse })];
  const keyOn = (updated: string, at: string) =>
    sheetsToConfirm(sheets(updated), new Date(at)).map(({ key }) => key);
  const first = keyOn("2025-01-02", "2026-02-01T09:00:00Z");
  expect(keyOn("2025-01-02", "2026-05-01T09:00:00Z")).toEqual(first);
  expect(keyOn("2025-01-02", "2027-01-01T09:00:00Z")).toEqual(first);
  expect(keyOn("2025-01-02", "2027-01-02T09:00:00Z")).not.toEqual(first);
  expect(keyOn("2026-05-01", "2026-05-02T09:00:00Z")).toEqual([]);
  expect(keyOn("2026-05-01", "2027-05-02T09:00:00Z")).not.toEqual(first);
});

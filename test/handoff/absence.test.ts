import { describe, expect, it } from "vitest";
import { isAway, standInFor, takesPart, type Staff } from "../../src/handoff/absence.ts";
import type { Absence } from "../../src/model/directory.ts";
import { freshStanding } from "../../src/model/standing.ts";
import { handoffDirectory } from "../support/handoff-directory.ts";

const DAY = "2026-08-05";

describe("who is away", () => {
  it.each([
    ["2026-07-31", false],
    ["2026-08-01", true],
    ["2026-08-15", true],
    ["2026-08-16", false],
  ])("on %s: %s", (day, away) => {
    const staff = staffWith({ camille: awayInAugust() });
    expect(isAway("camille", day, staff)).toBe(away);
  });

  it("is said in chat too, and begins there", () => {
    const staff = saying(staffWith({}), "camille", [{ from: "2026-08-01", to: "2026-08-15" }]);
    expect(isAway("camille", DAY, staff)).toBe(true);
    expect(isAway("david", DAY, staff)).toBe(false);
  });
});

describe("who stands in", () => {
  it.each([
    ["nobody, for who is there", {}, undefined],
    ["nobody, when nobody was named", { camille: awayInAugust() }, undefined],
    ["who was named", { camille: awayInAugust("david") }, "david"],
    [
      "the one who stands in for them",
      { camille: awayInAugust("david"), david: awayInAugust("elise") },
      "elise",
    ],
    [
      "nobody, in a loop of two",
      { camille: awayInAugust("david"), david: awayInAugust("camille") },
      undefined,
    ],
    [
      "nobody, in a loop further on",
      {
        camille: awayInAugust("david"),
        david: awayInAugust("elise"),
        elise: awayInAugust("david"),
      },
      undefined,
    ],
    ["nobody, when it is themselves", { camille: awayInAugust("camille") }, undefined],
    [
      "nobody, when the last is away alone",
      { camille: awayInAugust("david"), david: awayInAugust() },
      undefined,
    ],
    ["nobody, when they are no adviser", { camille: awayInAugust("zoe") }, undefined],
  ])("%s", (_who, absences, expected) => {
    expect(standInFor("camille", DAY, staffWith(absences))).toBe(expected);
  });

  it("is whom they named in chat last", () => {
    const staff = saying(staffWith({ camille: awayInAugust("david") }), "camille", [
      { from: DAY, to: DAY, substitute: "elise" },
    ]);
    expect(standInFor("camille", DAY, staff)).toBe("elise");
  });

  it("is nobody who is suspended", () => {
    const staff = staffWith({ camille: awayInAugust("david") });
    const standing = { ...freshStanding("adviser", new Date(DAY)), isSuspended: true };
    const suspended = { ...staff, standings: new Map([["adviser:david", standing]]) };
    expect(takesPart("david", suspended)).toBe(false);
    expect(standInFor("camille", DAY, suspended)).toBeUndefined();
  });
});

function awayInAugust(substitute?: string): Absence {
  return { from: "2026-08-01", to: "2026-08-15", substitute };
}

function staffWith(absences: Readonly<Record<string, Absence>>): Staff {
  const directory = handoffDirectory({ team: "exemple" });
  const advisers = directory.advisers.map((adviser) => {
    const absence = absences[adviser.id];
    return absence ? { ...adviser, absences: [absence] } : adviser;
  });
  return { directory: { ...directory, advisers }, standings: new Map() };
}

function saying(staff: Staff, adviser: string, absences: readonly Absence[]): Staff {
  const standing = { ...freshStanding("adviser", new Date(DAY)), absences };
  return { ...staff, standings: new Map([[`adviser:${adviser}`, standing]]) };
}

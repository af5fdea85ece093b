import { describe, expect, it } from "vitest";
import { checkDirectoryReadiness } from "../../src/loading/check-directory-readiness.ts";
import { describeProblem } from "../../src/loading/problem.ts";
import { type Changes, readWith, swap } from "../support/sample-directory.ts";

/** What would be better in it. */
function warningsAfter(changes: Changes): readonly string[] {
  const { files, problems } = readWith(changes);
  expect(problems).toEqual([]);
  return checkDirectoryReadiness(files, "2026-11-24").map(describeProblem);
}

describe("check, of the directory", () => {
  it.each<[string, string, (text: string) => string, RegExp]>([
    [
      "an unknown adviser",
      "teams",
      swap("[camille, dominique]", "[camille, nobody]"),
      /teams\.yaml:13 unknown adviser "nobody"\. Add them to advisers\.yaml/,
    ],
    [
      "an unknown fallback",
      "teams",
      swap("fallback: exemple-logiciels-libres", "fallback: elsewhere"),
      /the fallback is no other team: "elsewhere"/,
    ],
    [
      "an unknown theme",
      "teams",
      swap("[data, security]", "[data, gardening]"),
      /unknown theme "gardening"\. See content\/themes\.yaml/,
    ],
    [
      "an unknown theme of an adviser",
      "advisers",
      swap("[data, security]", "[gardening]"),
      /advisers\.yaml:6 unknown theme "gardening"/,
    ],
    [
      "an unknown theme of an answer",
      "models",
      swap("theme: data", "theme: gardening"),
      /models\.yaml:\d+ unknown theme "gardening"/,
    ],
    [
      "an unknown substitute",
      "advisers",
      swap("substitute: dominique", "substitute: nobody"),
      /advisers\.yaml:8 the substitute is no other adviser: "nobody"/,
    ],
    [
      "a substitute who is the same person",
      "advisers",
      swap("substitute: dominique", "substitute: camille"),
      /the substitute is no other adviser: "camille"/,
    ],
    [
      "a territory that is none",
      "teams",
      swap("territories: [44]", "territories: [99]"),
      /teams\.yaml:5 unknown territory "99"/,
    ],
    [
      "an unknown zone",
      "directory",
      swap("Europe/Paris", "Europe/Nantes"),
      /directory\.yaml:4 `time-zone`: an unknown time zone/,
    ],
    [
      "hours that overlap",
      "teams",
      swap("9:00-12:00, 14:00-17:00", "9:00-12:00, 11:30-17:00"),
      /teams\.yaml:\d+ hours overlap: twice open at 11:30/,
    ],
    [
      "hours that end before they begin",
      "teams",
      swap("14:00-19:00", "19:00-14:00"),
      /teams\.yaml:10 `0\.hours\.jeudi`: hours are written "9:00-12:00, 14:00-17:00"/,
    ],
    [
      "a day that is none",
      "teams",
      swap("    mardi:", "    mardy:"),
      /`0\.hours\.mardy`: unknown key; a day is written/,
    ],
    [
      "days away that end before they begin",
      "advisers",
      swap("to: 2027-05-14", "to: 2027-05-01"),
      /advisers\.yaml:8 the last day comes before the first/,
    ],
    [
      "two teams with one room",
      "teams",
      swap("room: vie-associative-44", "room: donnees-44"),
      /teams\.yaml:\d+ this room is already that of Exemple Données/,
    ],
    [
      "a team in the curators' room",
      "teams",
      swap("room: donnees-44", "room: relecture"),
      /this room is already that of the curators/,
    ],
    [
      "an account listed twice",
      "advisers",
      swap("person: dominique", "person: camille"),
      /advisers\.yaml:\d+ this account is already listed, for Exemple Camille/,
    ],
    [
      "two people of one id",
      "advisers",
      swap("id: dominique", "id: camille"),
      /two of them are called "camille"/,
    ],
    [
      "an unknown key",
      "places",
      swap("town:", "city: x\n  town:"),
      /places\.yaml:2 `0`: unknown key city/,
    ],
    [
      "a file of another name",
      "people",
      () => "[]",
      /people\.yaml:1 the directory has no such file/,
    ],
  ])("refuses %s", (_, name, change, said) => {
    expect(readWith({ [name]: change }).problems.join("\n")).toMatch(said);
  });

  it("has no warning about the project's own sample", () => {
    expect(warningsAfter({})).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, (text: string) => string>>, RegExp]>([
    [
      "a team without adviser",
      { teams: swap("[sacha, alix]", "[]") },
      /Exemple Vie associative 44 has no adviser/,
    ],
    [
      "a team never open",
      { teams: swap(/ {4}mardi: .*\n {4}jeudi: .*\n/, "") },
      /teams\.yaml:\d+ Exemple Données et sécurité 44 is never open/,
    ],
    [
      "a territory nobody coordinates",
      { coordinations: swap("[44, national]", "[85]") },
      /teams\.yaml:5 nobody coordinates "44": when no team answers, nobody is told/,
    ],
    ["an adviser of no team", { teams: swap("[noor]", "[sacha]") }, /Exemple Noor is in no team/],
    [
      "substitutes who stand in for one another",
      {
        advisers: swap(
          "  most-open: 5\n",
          "  most-open: 5\n  absences: [{ from: 2027-05-10, to: 2027-05-12, substitute: camille }]\n",
        ),
      },
      /advisers\.yaml:\d+ substitutes go round: camille > dominique > camille\. Name somebody else/,
    ],
    [
      "fallbacks in a circle",
      {
        teams: swap(
          "  choice: automatic\n",
          "  choice: automatic\n  fallback: exemple-donnees-44\n",
        ),
      },
      /fallbacks go round: exemple-donnees-44 > exemple-vie-associative-44 > exemple-logiciels-libres > exemple-donnees-44/,
    ],
    [
      "a place not checked for a year",
      { directory: swap("isSample: true", "isSample: false") },
      /places\.yaml:\d+ Exemple Médiathèque was last checked on 2024-03-12\. Ring/,
    ],
  ])("warns of %s, once", (_, changes, said) => {
    const warnings = warningsAfter(changes);
    expect(warnings.filter((warning) => said.test(warning))).toHaveLength(1);
  });
});

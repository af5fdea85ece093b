import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeProblem } from "../../src/loading/problem.ts";
import { libraryFiles } from "../../src/loading/read-library.ts";
import { readCheckedLibrary } from "../../src/main/read-checked-library.ts";
import { workshopWarnings } from "../../src/main/workshop-findings.ts";
import { projectRoot } from "../support/project-root.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const now = new Date("2027-01-10T09:00:00Z");

/** The project's content with one more file of workshops. */
function readWith(text: string) {
  const folder = temporaryFolder();
  for (const part of ["content", "intents"]) {
    cpSync(join(projectRoot, part), join(folder, part), { recursive: true });
  }
  writeFileSync(join(folder, "content/workshops/a.yaml"), text);
  return readCheckedLibrary(libraryFiles(folder));
}

/** A workshop alone in its file, with more lines from the fifth on. */
function one(...lines: readonly string[]): string {
  return ["id: a", "title: Ranger", "themes: [data]", "time-zone: Europe/Paris", ...lines].join(
    "\n",
  );
}

function problemsOf(text: string): readonly string[] {
  return readWith(text).problems.map((problem) => describeProblem(problem));
}

it("finds nothing wrong in the project's own workshops, and warns of none that is past", () => {
  const { library, files } = readCheckedLibrary(libraryFiles(projectRoot));
  expect(library?.workshops).toHaveLength(7);
  expect(workshopWarnings(files, now)).toEqual([]);
});

it("refuses what a rule forbids, with its line and remedy", () => {
  expect(problemsOf(one("day: 2027-03-28", 'starts: "02:30"'))).toEqual([
    expect.stringMatching(
      /^content\/workshops\/a\.yaml:6 Ranger: .*clocks go forward.* Mend starts\.$/,
    ),
  ]);
  expect(problemsOf(one("day: 2027-03-09", 'starts: "18:00"', "mode: on-site"))).toEqual([
    expect.stringMatching(/a\.yaml:\d Ranger: .*needs a place.* Mend place\.$/),
  ]);
});

it("takes the second of two times alike with its offset, and refuses any other offset", () => {
  const night = (starts: string, ...more: readonly string[]) =>
    problemsOf(one("day: 2027-10-31", `starts: "${starts}"`, ...more));
  expect(night("02:30+01:00", 'ends: "02:45+01:00"')).toEqual([]);
  expect(night("02:30", 'ends: "02:30+01:00"')).toEqual([]);
  for (const wrong of ["02:30+02:00", "02:30+05:00", "18:00+01:00"]) {
    expect(night(wrong)).toEqual([expect.stringMatching(/two times alike.* Mend starts\.$/)]);
  }
  expect(night("02:30+01:00", 'ends: "02:15"')).toEqual([
    expect.stringMatching(/end is not after the start/),
  ]);
  expect(night("02:30+01:00", "repeats: { every: week, count: 3 }")).toEqual([
    expect.stringMatching(/a series with an offset/),
  ]);
});

it("lets a draft wait for its place", () => {
  const lines = ["day: 2027-03-09", 'starts: "18:00"', "mode: on-site", "publication: draft"];
  expect(problemsOf(one(...lines))).toEqual([]);
});

it("refuses a theme nobody knows, once for all sessions, and an id taken twice", () => {
  const text = `time-zone: Europe/Paris
workshops:
  - { id: b, title: B, themes: [nowhere], day: 2027-03-09, starts: ["10:00", "11:00"] }
  - { id: c, title: C, themes: [data], day: 2027-03-09, starts: ["10:00"] }
  - { id: c, title: D, themes: [data], day: 2027-03-10, starts: ["10:00"] }
`;
  expect(problemsOf(text)).toEqual([
    expect.stringMatching(/a\.yaml:5 "c" is already the id of content\/workshops\/a\.yaml:4/),
    expect.stringMatching(/a\.yaml:3 unknown theme "nowhere"/),
  ]);
});

it("warns once of what a whole series lacks, and of its odd dates", () => {
  const { files } = readWith(
    one(
      "day: 2027-03-09",
      'starts: "18:00"',
      "repeats: { every: week, count: 5, except: [2027-03-10] }",
    ),
  );
  const warnings = workshopWarnings(files, now).map(({ message }) => message);
  expect(warnings).toContainEqual(expect.stringContaining("no session falls on 2027-03-10"));
  expect(warnings.filter((message) => message.includes("accessibility"))).toHaveLength(1);
});

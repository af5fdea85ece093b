import { describe, expect, it } from "vitest";
import {
  inAdvice,
  inFrame,
  inQuestion,
  problemsAfter,
  type Refusal,
} from "../support/changed-diagnostic.ts";

const refusals: readonly Refusal[] = [
  [
    "two recommendations of one id",
    inAdvice("memoire.durees", "id: memoire.durees", "id: memoire.rangement"),
    /01-memoire\.yaml:\d+ "memoire\.rangement" is already a recommendation\./,
  ],
  [
    "an unknown dimension",
    inAdvice("memoire.durees", "dimension: memoire", "dimension: oubli"),
    /01-memoire\.yaml:\d+ unknown dimension "oubli"\. See content\/diagnostic\/frame\.yaml\./,
  ],
  [
    "an unknown owner",
    inAdvice("memoire.durees", "owner: secretariat", "owner: archiviste"),
    /01-memoire\.yaml:\d+ unknown owner "archiviste"\./,
  ],
  [
    "an unknown alert",
    inAdvice("memoire.copie-express", "alert: no_backup", "alert: no_copy"),
    /01-memoire\.yaml:\d+ unknown alert "no_copy"\./,
  ],
  [
    "an alert nothing answers",
    inAdvice("memoire.copie-express", "  alert: no_backup\n", ""),
    /frame\.yaml:\d+ no recommendation answers the alert "no_backup"\./,
  ],
  [
    "an alert nothing raises",
    inQuestion("M2", "  alert: no_backup\n", ""),
    /frame\.yaml:\d+ no question raises the alert "no_backup"\./,
  ],
  [
    "an unknown theme",
    inAdvice("memoire.durees", "theme: data", "theme: securite-donnees"),
    /01-memoire\.yaml:\d+ unknown theme "securite-donnees"\. See content\/themes\.yaml\./,
  ],
  [
    "an intent nothing published answers",
    inAdvice("memoire.durees", "[data.archive]", "[data.nowhere]"),
    /01-memoire\.yaml:\d+ nothing published answers "data\.nowhere"\./,
  ],
  [
    "a prerequisite that is not there",
    inAdvice("memoire.durees", "after: [memoire.dossier-partage]", "after: [memoire.rien]"),
    /01-memoire\.yaml:\d+ "memoire\.durees" comes after "memoire\.rien", which does not exist\./,
  ],
  [
    "a circle of prerequisites",
    inAdvice("memoire.dossier-partage", "effort: M", "after: [memoire.durees]\n  effort: M"),
    /01-memoire\.yaml:\d+ "memoire\.durees" comes after itself\. Break the circle/,
  ],
  [
    "a condition on a question that is not there",
    inAdvice("memoire.durees", "question: M1", "question: M9"),
    /01-memoire\.yaml:\d+ "memoire\.durees": unknown question "M9"\./,
  ],
  [
    "a condition on an option that is not there",
    inAdvice("memoire.durees", "question: M1, max: 2", "question: M1, is: [y]"),
    /01-memoire\.yaml:\d+ "memoire\.durees": "M1" has no option "y"\./,
  ],
  [
    "a lack where one answer only is given",
    inAdvice("memoire.durees", "question: M1, max: 2", "question: M1, lacks: a"),
    /"M1" takes one answer only: nothing is lacking\./,
  ],
  [
    "a value of a question that is not scored",
    inAdvice("memoire.durees", "question: M1, max: 2", "question: P1, max: 2"),
    /"P1" is not scored\. Name the options/,
  ],
  [
    "a condition that says nothing",
    inAdvice("memoire.durees", "question: M1, max: 2", "question: M1"),
    /every answer to "M1" would do\. Add min or max\./,
  ],
  [
    "a condition no answer makes true",
    inAdvice("memoire.durees", "question: M1, max: 2", "question: M1, min: 1.2, max: 1.8"),
    /01-memoire\.yaml:\d+ "memoire\.durees" is never advised by .*"min":1\.2.*: no answers make it true\./,
  ],
  [
    "one way of several that no answer makes true",
    inAdvice("memoire.passation", "{question: X2, max: 1}", "{question: X1, min: 2.5, max: 2.9}"),
    /01-memoire\.yaml:\d+ "memoire\.passation" is never advised by .*"X1".*: no answers/,
  ],
  [
    "two conditions that exclude each other",
    inAdvice(
      "memoire.durees",
      "{question: M1, max: 2}",
      "{ all: [{question: M1, max: 1}, {question: M1, min: 2, max: 2}] }",
    ),
    /"memoire\.durees" is never advised by/,
  ],
  [
    "a condition on what is not asked of those it is about",
    inAdvice(
      "memoire.durees",
      "{question: M1, max: 2}",
      "{ all: [{question: S1, is: [a]}, {question: S4, lacks: a}] }",
    ),
    /"memoire\.durees" is never advised by/,
  ],
  [
    "advice on a perfect answer",
    inAdvice("memoire.durees", "max: 2", "max: 3"),
    /01-memoire\.yaml:\d+ "memoire\.durees" is advised though every answer it depends on is the best\. Lower its max/,
  ],
  [
    "advice on who they are alone",
    inAdvice("memoire.durees", "{question: M1, max: 2}", "{question: P1, is: [b]}"),
    /"memoire\.durees" is advised though every answer/,
  ],
  [
    "a condition on too much",
    inAdvice(
      "memoire.durees",
      "{question: M1, max: 2}",
      "{ all: [{question: X1, lacks: a}, {question: A2, lacks: a}, {question: S4, lacks: a}] }",
    ),
    /"memoire\.durees" depends on \d+ combinations of answers\. Name fewer/,
  ],
  [
    "a level out of order",
    inFrame("from: 50", "from: 20"),
    /frame\.yaml:\d+ a level out of order\./,
  ],
  [
    "a first level that leaves low scores without words",
    inFrame("from: 0", "from: 5"),
    /frame\.yaml:\d+ a level out of order\./,
  ],
  [
    "two dimensions of one id",
    inFrame("- id: info", "- id: com"),
    /frame\.yaml:\d+ "com" is already a dimension\./,
  ],
];

describe("check", () => {
  it.each(refusals)("refuses %s, with its file, line and remedy", (_, changes, said) => {
    const problems = problemsAfter(changes);
    expect(problems).toContainEqual(expect.stringMatching(said));
    for (const problem of problems) expect(problem).toMatch(/^[^:]+:\d+ .+\. .+\.$/s);
  });
});

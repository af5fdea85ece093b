import { describe, expect, it } from "vitest";
import {
  codesFile,
  inQuestion,
  problemsAfter,
  type Refusal,
} from "../support/changed-diagnostic.ts";

const firstFrenchLabel = /label:\n {6}fr: .*/;

const refusals: readonly Refusal[] = [
  [
    "two questions of one id",
    inQuestion("S2", "- id: S2", "- id: S1"),
    /questions\.yaml:\d+ "S1" is already a question\. Give it another id\./,
  ],
  [
    "two options of one code",
    inQuestion("S1", "code: b", "code: a"),
    /questions\.yaml:\d+ "a" is already an option of "S1"\. Give it another code\./,
  ],
  [
    "an unknown dimension",
    inQuestion("S1", "dimension: com", "dimension: com2"),
    /questions\.yaml:\d+ unknown dimension "com2"\. See content\/diagnostic\/frame\.yaml\./,
  ],
  [
    "an unknown alert",
    inQuestion("M2", "alert: no_backup", "alert: no_copy"),
    /questions\.yaml:\d+ unknown alert "no_copy"\. See/,
  ],
  [
    "a missing language",
    inQuestion("S1", /\n {4}en: "Somebody.*/, ""),
    /questions\.yaml:\d+ .*text\.en/,
  ],
  [
    "an empty translation",
    inQuestion("S1", /en: "Somebody.*/, 'en: ""'),
    /questions\.yaml:\d+ .*text\.en/,
  ],
  [
    "a value above 3",
    inQuestion("S1", "value: 3", "value: 4"),
    /questions\.yaml:\d+ .*options\.4\.value/,
  ],
  [
    "a value below 0",
    inQuestion("S1", "value: 0", "value: -1"),
    /questions\.yaml:\d+ .*options\.0\.value/,
  ],
  [
    "a label over 80 characters",
    inQuestion("S1", firstFrenchLabel, `label:\n      fr: ${"x".repeat(81)}`),
    /questions\.yaml:\d+ a label of 81 characters, 80 at most\. Shorten it/,
  ],
  [
    "an option worth nothing, not even 0",
    inQuestion("S1", /\n {4}value: 1/, ""),
    /questions\.yaml:\d+ "S1\.b" is worth nothing, not even 0\. Give it a value/,
  ],
  [
    "an option that is worth something and does not apply",
    inQuestion("S1", "value: 1", "value: 1\n    isNotApplicable: true"),
    /questions\.yaml:\d+ "S1\.b" is worth something, and does not apply\./,
  ],
  [
    "a question nobody can answer best",
    inQuestion("S1", "value: 3", "value: 2.5"),
    /questions\.yaml:\d+ no answer to "S1" is worth 3\./,
  ],
  [
    "an alert no answer raises",
    inQuestion("M2", "value: 0", "value: 0.5"),
    /questions\.yaml:\d+ no answer to "M2" raises its alert\./,
  ],
  [
    "ticks that are worth nothing",
    inQuestion("X1", "  tickValue: 0.6\n", ""),
    /questions\.yaml:\d+ no tick of "X1" is worth anything\. Give it a tickValue\./,
  ],
  [
    "ticks that never make a best answer",
    inQuestion("X1", "tickValue: 0.6", "tickValue: 0.5"),
    /questions\.yaml:\d+ no answer to "X1" is worth 3\. Raise tickValue/,
  ],
  [
    "a tick with a value of its own",
    inQuestion("X1", "- code: a", "- code: a\n    value: 1"),
    /questions\.yaml:\d+ "X1\.a" is worth a tick\./,
  ],
  [
    "a weight without a dimension",
    inQuestion("S1", "  dimension: com\n", ""),
    /questions\.yaml:\d+ "S1" has a dimension or a weight, not both\./,
  ],
  [
    "an unscored option with a value",
    inQuestion("P1", "- code: a", "- code: a\n    value: 1"),
    /questions\.yaml:\d+ "P1\.a" counts, and its question is not scored\./,
  ],
  [
    "a graded question that is not scored",
    inQuestion("P1", "kind: single", "kind: single\n  isGraded: true"),
    /questions\.yaml:\d+ "P1" is not scored and has isGraded\./,
  ],
  [
    "a graded question of several choices",
    inQuestion("X1", "kind: several", "kind: several\n  isGraded: true"),
    /questions\.yaml:\d+ "X1" cannot be answered by yes or no\./,
  ],
  [
    "a sentence that is scored",
    inQuestion("W2", "kind: text", "kind: text\n  dimension: cap\n  weight: 1"),
    /questions\.yaml:\d+ "W2" is a sentence, and scored\./,
  ],
  [
    "a limit of choices where one only is given",
    inQuestion("S1", "kind: single", "kind: single\n  mostChoices: 2"),
    /questions\.yaml:\d+ "S1" takes one answer only\./,
  ],
  [
    "an exclusive option where one only is given",
    inQuestion("S1", "code: a", "code: a\n    isExclusive: true"),
    /questions\.yaml:\d+ "S1\.a" goes with no other\./,
  ],
  [
    "options to a number",
    inQuestion(
      "H3",
      "kind: number",
      "kind: number\n  options: [{ code: a, label: { fr: a, en: a }, value: 3 }]",
    ),
    /questions\.yaml:\d+ "H3" has options\./,
  ],
  [
    "a choice without options",
    inQuestion("H3", "kind: number", "kind: single"),
    /questions\.yaml:\d+ "H3" has no choice\./,
  ],
  [
    "words that mean two options",
    inQuestion("S1", '"un vieux site", ', "Rien, "),
    /questions\.yaml:\d+ "Rien" already means "S1\.a"\. Keep it in one option\./,
  ],
  [
    "a synonym that is another option's label",
    inQuestion("M2", "[rien, ", '["beaucoup, il n\'y a pas de copie", rien, '),
    /questions\.yaml:\d+ "beaucoup, il n'y a pas de copie" already means "M2\.a"\./,
  ],
  [
    "a wait for a question that comes later",
    inQuestion("S4", "question: S1", "question: X1"),
    /questions\.yaml:\d+ "S4" waits for "X1", which is not asked before it\./,
  ],
  [
    "a wait for an option that is not there",
    inQuestion("S4", "is: [c, d, e]", "is: [c, y]"),
    /questions\.yaml:\d+ "S1" has no option "y"\./,
  ],
  [
    "a wait of two levels",
    inQuestion("S3", "weight: 1", "weight: 1\n  showIf: { question: S4, is: [a] }"),
    /questions\.yaml:\d+ "S3" waits for "S4", which waits for another\./,
  ],
  [
    "a short question that waits for a long one",
    inQuestion("I1", "isShort: true", "isShort: true\n  showIf: { question: S2, is: [a] }"),
    /questions\.yaml:\d+ on the short path "I1" is never asked: "S2" is not there\./,
  ],
  [
    "a scored question after the result",
    inQuestion("S2", "weight: 2", "weight: 2\n  isAfterResult: true"),
    /questions\.yaml:\d+ "S2" is asked too late\./,
  ],
  [
    "a dimension the short path does not score",
    inQuestion("G1", "  isShort: true\n", ""),
    /frame\.yaml:\d+ the short path asks nothing about "cap"/,
  ],
  [
    "a code that was never listed",
    inQuestion("S1", "code: e", "code: f"),
    /questions\.yaml:\d+ "S1\.f" is not in the list of codes\. Add it to content\/diagnostic\/codes\.yaml/,
  ],
  [
    "a code that left without being retired",
    inQuestion("S1", "code: e", "code: f"),
    /codes\.yaml:\d+ "S1\.e" is in no question any more\. Move its line under retired/,
  ],
  [
    "a retired code that comes back",
    { [codesFile]: (text) => text.replace("retired: {}", 'retired:\n  S1.e: "un annuaire"') },
    /questions\.yaml:\d+ "S1\.e" was used for something else \(un annuaire\)\. Give it a code/,
  ],
];

describe("check", () => {
  it.each(refusals)("refuses %s, with its file, line and remedy", (_, changes, said) => {
    const problems = problemsAfter(changes);
    expect(problems).toContainEqual(expect.stringMatching(said));
    for (const problem of problems) expect(problem).toMatch(/^[^:]+:\d+ .+\. .+\.$/s);
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkForCurators } from "../../src/loading/check-for-curators.ts";
import { describeProblem } from "../../src/loading/problem.ts";
import { readJargon } from "../../src/loading/read-jargon.ts";
import { readLibrary } from "../../src/loading/read-library.ts";
import { readCheckedLibrary } from "../../src/main/read-checked-library.ts";
import type { Question, Recommendation } from "../../src/model/questionnaire.ts";
import {
  codesFile,
  diagnosticFiles,
  diagnosticFolder,
  diagnosticWith,
  frameFile,
  inAdvice,
  inFrame,
  inQuestion,
  problemsAfter,
  questionnaireAfter,
  questionsFile,
} from "../support/changed-diagnostic.ts";
import { projectRoot } from "../support/project-root.ts";

const firstFrenchLabel = /label:\n {6}fr: .*/;

describe("the diagnostic's own files", () => {
  it("have nothing wrong in them", () => {
    expect(problemsAfter({})).toEqual([]);
  });

  it("use no word of jargon", () => {
    const { files } = readLibrary(diagnosticWith({}));
    const { jargon } = readJargon(projectRoot);
    const found = checkForCurators({ files, sentences: [], jargon, today: "2026-11-22" });
    expect(found.filter(({ file }) => file.startsWith(diagnosticFolder))).toEqual([]);
  });

  it("mean what was specified: codes, values, weights, conditions, in the same order", () => {
    const specified: unknown = JSON.parse(
      readFileSync(join(projectRoot, "test/fixtures/diagnostic/specified-meaning.json"), "utf8"),
    );
    const { dimensions, levels, ordering, questions, recommendations } = questionnaireAfter();
    const paths = {
      short: questions.filter(({ isShort }) => isShort).map(({ id }) => id),
      full: questions.filter(({ isAfterResult }) => !isAfterResult).map(({ id }) => id),
      afterResult: questions.filter(({ isAfterResult }) => isAfterResult).map(({ id }) => id),
    };
    expect({
      levels: levels.map(({ from }) => from),
      dimensions: dimensions.map(({ id }) => id),
      paths,
      ordering,
      questions: questions.map(withoutWords),
      recommendations: recommendations.map(meaningOf),
    }).toEqual(specified);
  });

  it("write apostrophes and spaces as the other files do", () => {
    const texts = diagnosticFiles
      .filter(({ path }) => path.startsWith(diagnosticFolder))
      .map(({ bytes }) => new TextDecoder().decode(bytes));
    for (const text of texts) expect(text).not.toMatch(/[’\u00a0\u202f·]/u);
  });
});

function withoutWords({ text: _t, why: _w, help: _h, isShort, options, ...question }: Question) {
  return {
    ...question,
    ...(isShort ? { isShort } : {}),
    options: options.map(({ label: _l, synonyms: _s, ...option }) => option),
  };
}

function meaningOf({ theme: _t, title: _n, step: _s, done: _d, ...meaning }: Recommendation) {
  return meaning;
}

describe("the version", () => {
  const before = questionnaireAfter().version;

  it.each([
    ["a label", inQuestion("S1", firstFrenchLabel, 'label:\n      fr: "Rien du tout"')],
    ["a synonym", inQuestion("S1", "[rien, ", "[rien, zéro, ")],
    [
      "the first step of a recommendation",
      inAdvice("memoire.rangement", /step:\n {4}fr: "/, 'step:\n    fr: "Pour commencer : '),
    ],
    ["the name of a role", inFrame(/secretariat:\n {4}fr: .*/, "secretariat:\n    fr: Secrétaire")],
  ])("stays when %s is better worded", (_, changes) => {
    expect(questionnaireAfter(changes).version).toBe(before);
  });

  it.each([
    ["a value", inQuestion("S1", "value: 2", "value: 2.5")],
    ["a weight", inQuestion("S1", "weight: 2", "weight: 1")],
    ["a code", inQuestion("S1", "code: e", "code: f")],
    ["the path a question is on", inQuestion("M1", "weight: 3", "weight: 3\n  isShort: true")],
    ["a condition", inAdvice("memoire.regle-321", "max: 2", "max: 1")],
    ["an effort", inAdvice("memoire.rangement", "effort: S", "effort: M")],
    ["a level", inFrame("from: 25", "from: 30")],
    ["the need where the answer is unknown", inFrame("unknownNeed: 0.5", "unknownNeed: 0.4")],
  ])("changes with %s", (_, changes) => {
    expect(questionnaireAfter(changes).version).not.toBe(before);
  });

  it("folds synonyms, so that who writes them need not think of accents", () => {
    const { questions } = questionnaireAfter(inQuestion("S1", "[rien, ", "[rien, Zéro, "));
    const synonyms = questions.flatMap(({ id, options }) =>
      id === "S1" ? options.flatMap((option) => option.synonyms) : [],
    );
    expect(synonyms).toContain("zero");
    expect(synonyms).not.toContain("Zéro");
  });
});

describe("check", () => {
  it("names the very line of a label", () => {
    const change = inQuestion("S1", firstFrenchLabel, `label:\n      fr: ${"x".repeat(90)}`);
    const text = change[questionsFile]?.(readFileSync(join(projectRoot, questionsFile), "utf8"));
    const line = text?.slice(0, text.indexOf("x".repeat(90))).split("\n").length;
    expect(problemsAfter(change)).toEqual([
      expect.stringContaining(`${questionsFile}:${line} a label of 90 characters`),
    ]);
  });

  it("refuses the library without the diagnostic's files, and says which", () => {
    const rest = diagnosticFiles.filter(({ path }) => ![frameFile, codesFile].includes(path));
    const problems = readCheckedLibrary(rest).problems.map(describeProblem).join("\n");
    expect(problems).toContain(`${frameFile}:1 the file is missing. Restore it.`);
    expect(problems).toContain(`${codesFile}:1 the file is missing. Restore it.`);
  });

  it("refuses a diagnostic that advises nothing", () => {
    const rest = diagnosticFiles.filter(({ path }) => !path.includes("/recommendations/"));
    const problems = readCheckedLibrary(rest).problems.map(describeProblem).join("\n");
    expect(problems).toContain("no recommendation can be read. Write one in");
  });

  it("warns of a word of jargon in a question, on its line", () => {
    const { files } = readLibrary(
      diagnosticWith(inQuestion("S2", firstFrenchLabel, "label:\n      fr: Avec un template")),
    );
    const { jargon } = readJargon(projectRoot);
    const found = checkForCurators({ files, sentences: [], jargon, today: "2026-11-22" });
    expect(found.map(describeProblem)).toContainEqual(
      expect.stringMatching(/questions\.yaml:\d+ "template" is jargon\. Write "modèle"/),
    );
  });
});

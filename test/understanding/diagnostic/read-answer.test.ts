import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../src/model/language.ts";
import { readAnswer } from "../../../src/understanding/diagnostic/read-answer.ts";
import { readDiagnosticCommand } from "../../../src/understanding/diagnostic/read-diagnostic-command.ts";
import { questionnaire, questionOf, readInWords } from "./said-in-free-words.ts";

const seed = 7;
const withOptions = questionnaire.questions.filter(({ options }) => options.length > 0);

/** Every option of every question. */
const eachOption = fc.constantFrom(
  ...withOptions.flatMap((question) =>
    question.options.map((option, at) => ({ question, option, number: at + 1 })),
  ),
);
const change = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize("NFD").replaceAll(/\p{M}/gu, ""),
  (text) => `  ${text} .`,
  (text) => text.replaceAll("'", "’"),
);

describe("an option", () => {
  it("is chosen by its label in either language, however it is typed", () => {
    fc.assert(
      fc.property(eachOption, fc.constantFrom(...languages), change, (one, language, typed) => {
        const text = typed(one.option.label[language]);
        expect([text, readInWords(text, one.question)]).toEqual([text, one.option.code]);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it("is chosen by its number, whatever is said around it, and by its code", () => {
    const around = ["", "la ", "je dirais la ", "réponse ", "numéro "];
    const misread = withOptions.flatMap((question) =>
      question.options.flatMap(({ code }, at) =>
        [...around.map((before) => `${before}${at + 1}`), code]
          .map((text) => [question.id, text, readInWords(text, question), code] as const)
          .filter(([, , read]) => read !== code),
      ),
    );
    expect(misread).toEqual([]);
  });

  it("is chosen by each of its synonyms, none of which is a command", () => {
    const misread = withOptions.flatMap((question) =>
      question.options.flatMap(({ code, synonyms }) =>
        synonyms
          .map((synonym) => [question.id, synonym, readInWords(synonym, question), code] as const)
          .filter(([, , read]) => read !== code),
      ),
    );
    expect(misread).toEqual([]);
  });
});

it("repeats back what was said in words, not what was named by its number", () => {
  expect(readAnswer("2", questionOf("S2"), "fr")).toMatchObject({ isPlain: true });
  expect(readAnswer("la troisième", questionOf("S2"), "fr")).toMatchObject({ isPlain: true });
  expect(readAnswer("excel", questionOf("A1"), "fr")).toMatchObject({ isPlain: false });
  expect(readAnswer("oui un peu", questionOf("S2"), "fr")).toMatchObject({ isPlain: false });
});

it.each([
  ["S2", "oui", ["c", "d"]],
  ["S3", "non", ["n", "a"]],
  ["X4", "non", ["n", "m"]],
  ["H1", "3,5", ["3", "4"]],
  ["H3", "la plupart", ["7", "8", "9"]],
  ["X1", "1 et 6", ["a", "z"]],
  ["X1", "1-3", ["a", "b", "c"]],
])("asks which was meant: %s, %s", (id, text, codes) => {
  expect(readAnswer(text, questionOf(id), "fr")).toEqual({ kind: "between", codes });
});

it.each([
  ["S1", "on n'a pas de site"],
  ["S2", "pas souvent"],
  ["S2", "on ne donne pas régulièrement des nouvelles"],
  ["C1", "on n'utilise jamais framapad"],
  ["A1", "surtout pas excel"],
  ["M1", "on n'a pas de dossier partagé"],
  ["M2", "on ne perdrait pas tout"],
  ["M2", "on a tout sauvegardé"],
  ["S2", "c'est pas la 2"],
  ["S2", "non, la 3"],
  ["S1", "rien d'autre que facebook"],
  ["P1", "pas que des bénévoles"],
  ["G1", "personne d'autre que moi"],
  ["G1", "pas une équipe"],
  ["T2", "on ne fait pas de sondage"],
  ["X3", "on ne fait pas attention"],
])("never takes a negation for what it denies: %s, %s", (id, text) => {
  expect(readAnswer(text, questionOf(id), "fr").kind).not.toBe("answer");
});

it("says so kindly when yes or no does not answer, and reads any sentence of a free question", () => {
  expect(readAnswer("oui", questionOf("M2"), "fr")).toEqual({ kind: "no-yes-or-no" });
  expect(readAnswer("non", questionOf("C1"), "fr")).toEqual({ kind: "no-yes-or-no" });
  expect(readAnswer("les mots de passe, toujours", questionOf("W2"), "fr")).toMatchObject({
    answer: { kind: "about", intents: [] },
  });
});

it("reads the same in whichever language the run is", () => {
  const said = fc.constantFrom("sometimes", "de temps en temps", "not really", "2", "I don't know");
  fc.assert(
    fc.property(said, fc.constantFrom(...withOptions), (text, question) => {
      expect(readAnswer(text, question, "en")).toEqual(readAnswer(text, question, "fr"));
    }),
    { seed, numRuns: 200 },
  );
});

it("stands any text, of any length", () => {
  const words = fc.constantFrom(
    ..."1 2, 14 - / et ou la je ne sais pas oui non toutes sauf entre rien de à ça dépend % 7,5 ? mais".split(
      " ",
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.array(words, { maxLength: 600 }).map((said) => said.join(" ")),
    fc.tuple(words, fc.integer({ min: 1, max: 3000 })).map(([word, times]) => word.repeat(times)),
    fc
      .tuple(words, fc.integer({ min: 1, max: 3000 }))
      .map(([word, times]) => `${word} `.repeat(times)),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...questionnaire.questions), (said, question) => {
      readDiagnosticCommand(said);
      expect(readAnswer(said, question, "fr").kind).toMatch(/^[a-z-]+$/u);
    }),
    { seed, numRuns: 600 },
  );
});

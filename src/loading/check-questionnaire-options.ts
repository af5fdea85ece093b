import { languages } from "../model/language.ts";
import type { Question } from "../model/questionnaire.ts";
import { bareWords } from "../model/bare-words.ts";
import { placedQuestions, type Placed, type QuestionnaireFiles } from "./read-questionnaire.ts";

/** The most characters of a label: what a button holds. Source: DIAGNOSTIC.md, 3. */
const mostLabelCharacters = 80;
/** What people choose among; the others are answered by a number or a sentence. */
const withOptions: ReadonlySet<Question["kind"]> = new Set(["single", "several", "scale"]);
/** More would not be read on a phone. */
const mostOptions = 12;

/** Checks that questions and their options can be told apart, shown and answered. */
export function checkQuestionnaireOptions(files: QuestionnaireFiles): void {
  const questions = placedQuestions(files);
  const seen = new Set<string>();
  for (const question of questions) {
    const { value, problems, lineOf } = question;
    if (seen.has(value.id)) {
      problems.add(lineOf(["id"]), `"${value.id}" is already a question`, "Give it another id");
    }
    seen.add(value.id);
    checkNumber(question);
    checkCodes(question);
    checkLabels(question);
    checkSynonyms(question);
  }
}

function checkNumber({ value, problems, lineOf }: Placed<Question>): void {
  const { id, kind, options, mostChoices } = value;
  if (withOptions.has(kind) && options.length < 2) {
    problems.add(lineOf(["options"]), `"${id}" has no choice`, "Write two options at least");
  }
  if (!withOptions.has(kind) && options.length > 0) {
    const remedy = `Remove them, or change the kind: "${kind}" has none`;
    problems.add(lineOf(["options"]), `"${id}" has options`, remedy);
  }
  if (options.length > mostOptions) {
    const message = `"${id}" has ${options.length} options, ${mostOptions} at most`;
    problems.add(lineOf(["options"]), message, "Join some, or make two questions");
  }
  if (kind === "several") return;
  if (mostChoices !== undefined) {
    const remedy = "Remove mostChoices, or make it a question of kind several";
    problems.add(lineOf(["mostChoices"]), `"${id}" takes one answer only`, remedy);
  }
  for (const [index, { code, isExclusive }] of options.entries()) {
    if (isExclusive !== true) continue;
    const remedy = "Remove isExclusive: each answer excludes the others here";
    problems.add(lineOf(["options", index]), `"${id}.${code}" goes with no other`, remedy);
  }
}

function checkCodes({ value: { id, options }, problems, lineOf }: Placed<Question>): void {
  for (const [index, { code }] of options.entries()) {
    if (options.findIndex((option) => option.code === code) === index) continue;
    const line = lineOf(["options", index, "code"]);
    problems.add(line, `"${code}" is already an option of "${id}"`, "Give it another code");
  }
}

function checkLabels({ value: { options }, problems, lineOf }: Placed<Question>): void {
  for (const [index, { label }] of options.entries()) {
    for (const language of languages) {
      // As platforms count, not as people see: an emoji may be two.
      const { length } = label[language];
      if (length <= mostLabelCharacters) continue;
      problems.add(
        lineOf(["options", index, "label", language]),
        `a label of ${length} characters, ${mostLabelCharacters} at most`,
        "Shorten it: it is shown on a button",
      );
    }
  }
}

/** What a person writes must mean one option: words of two of them would be read as the first. */
function checkSynonyms({ value: { id, options }, problems, lineOf }: Placed<Question>): void {
  const meant = new Map<string, string>();
  for (const { code, label } of options) {
    for (const language of languages) meant.set(bareWords(label[language]), code);
  }
  for (const [index, { code, synonyms }] of options.entries()) {
    for (const [at, synonym] of synonyms.entries()) {
      const before = meant.get(bareWords(synonym)) ?? code;
      meant.set(bareWords(synonym), before);
      if (before === code) continue;
      const line = lineOf(["options", index, "synonyms", at]);
      const message = `"${synonym}" already means "${id}.${before}"`;
      problems.add(line, message, "Keep it in one option");
    }
  }
}

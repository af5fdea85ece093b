import type { Question } from "../model/questionnaire.ts";
import { placedQuestions, type Placed, type QuestionnaireFiles } from "./read-questionnaire.ts";

/**
 * Checks that each path can be walked to its end: a question waits only for one that was asked before it,
 * that waits for none itself; and each dimension has something to be scored by on both paths.
 */
export function checkQuestionnaireOrder(files: QuestionnaireFiles): void {
  const questions = placedQuestions(files);
  for (const [index, question] of questions.entries()) {
    checkParent(question, questions.slice(0, index));
    const { value, problems, lineOf } = question;
    if (value.isAfterResult === true && (value.isShort || value.dimension !== undefined)) {
      const remedy = "Remove isShort and its dimension: what comes after the result changes none";
      problems.add(lineOf(["isAfterResult"]), `"${value.id}" is asked too late`, remedy);
    }
  }
  checkDimensions(files, questions);
}

function checkParent(
  { value, problems, lineOf }: Placed<Question>,
  before: readonly Placed<Question>[],
): void {
  const { id, showIf, isShort, isAfterResult } = value;
  if (!showIf) return;
  const parent = before.find((one) => one.value.id === showIf.question)?.value;
  const line = lineOf(["showIf", "question"]);
  if (!parent) {
    const message = `"${id}" waits for "${showIf.question}", which is not asked before it`;
    problems.add(line, message, "Name an earlier question");
    return;
  }
  if (parent.showIf) {
    const message = `"${id}" waits for "${parent.id}", which waits for another`;
    problems.add(line, message, "Name a question that is always asked");
  }
  if (isShort && !parent.isShort) {
    const message = `on the short path "${id}" is never asked: "${parent.id}" is not there`;
    problems.add(line, message, "Make both short, or none");
  }
  if (parent.isAfterResult === true && isAfterResult !== true) {
    const message = `"${id}" is never asked: "${parent.id}" comes after the result`;
    problems.add(line, message, "Name a question that comes before it");
  }
  for (const [index, code] of showIf.is.entries()) {
    if (parent.options.some((option) => option.code === code)) continue;
    const message = `"${parent.id}" has no option "${code}"`;
    problems.add(lineOf(["showIf", "is", index]), message, "Name one of its options");
  }
}

/** The short path is a part of the full one: what it scores, both do. */
function checkDimensions(
  { frame }: QuestionnaireFiles,
  questions: readonly Placed<Question>[],
): void {
  if (!frame || questions.length === 0) return;
  const alwaysScored = new Set(
    questions.flatMap(({ value: { isShort, showIf, dimension } }) =>
      isShort && !showIf && dimension !== undefined ? [dimension] : [],
    ),
  );
  const { problems, content } = frame;
  for (const [index, { id }] of content.value.dimensions.entries()) {
    if (alwaysScored.has(id)) continue;
    const line = content.lineOf(["dimensions", index, "id"]);
    const message = `the short path asks nothing about "${id}" that is always asked`;
    problems.add(line, message, "Make one of its questions short, without showIf");
  }
}

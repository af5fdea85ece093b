import type { Question } from "../model/questionnaire.ts";
import { placedQuestions, type Placed, type QuestionnaireFiles } from "./read-questionnaire.ts";

/** What the best answer is worth. Source: DIAGNOSTIC.md, 4.1. */
const mostPoints = 3;

/** Checks that each answer to a scored question counts, and that nothing else does. */
export function checkQuestionnaireScoring(files: QuestionnaireFiles): void {
  const questions = placedQuestions(files);
  const { dimensions = [], alerts = {} } = files.frame?.content.value ?? {};
  for (const question of questions) {
    const { value, problems, lineOf } = question;
    const { id, dimension, weight, alert } = value;
    if ((dimension === undefined) !== (weight === undefined)) {
      const remedy = "Write both, or none if it is not scored";
      problems.add(lineOf([]), `"${id}" has a dimension or a weight, not both`, remedy);
    } else if (dimension === undefined) checkUnscored(question);
    else checkScored(question);
    if (!files.frame) continue;
    if (dimension !== undefined && !dimensions.some((one) => one.id === dimension)) {
      const line = lineOf(["dimension"]);
      problems.add(line, `unknown dimension "${dimension}"`, `See ${files.frame.problems.file}`);
    }
    if (alert !== undefined && !Object.hasOwn(alerts, alert)) {
      const line = lineOf(["alert"]);
      problems.add(line, `unknown alert "${alert}"`, `See ${files.frame.problems.file}`);
    }
  }
}

function checkUnscored({ value, problems, lineOf }: Placed<Question>): void {
  const remedy = "Remove it, or give the question a dimension and a weight";
  for (const key of ["alert", "tickValue", "isGraded"] as const) {
    if (value[key] === undefined) continue;
    problems.add(lineOf([key]), `"${value.id}" is not scored and has ${key}`, remedy);
  }
  for (const [index, { code, value: points, isNotApplicable }] of value.options.entries()) {
    if (points === undefined && isNotApplicable === undefined) continue;
    const line = lineOf(["options", index]);
    problems.add(line, `"${value.id}.${code}" counts, and its question is not scored`, remedy);
  }
}

function checkScored(question: Placed<Question>): void {
  const { value, problems, lineOf } = question;
  const { id, kind, tickValue, isGraded } = value;
  if (kind === "text") {
    const remedy = "Remove its dimension and weight: words are not counted";
    problems.add(lineOf(["kind"]), `"${id}" is a sentence, and scored`, remedy);
    return;
  }
  if (isGraded === true && kind !== "single") {
    const remedy = "Remove isGraded: yes and no answer questions of kind single";
    problems.add(lineOf(["isGraded"]), `"${id}" cannot be answered by yes or no`, remedy);
  }
  if (tickValue !== undefined && kind !== "several") {
    const remedy = "Remove tickValue, or make it a question of kind several";
    problems.add(lineOf(["tickValue"]), `the answers to "${id}" are not counted`, remedy);
  }
  if (kind === "several") checkTicks(question);
  if (kind === "single" || kind === "scale") checkValues(question);
}

function checkTicks({ value, problems, lineOf }: Placed<Question>): void {
  const { id, tickValue, options, mostChoices } = value;
  if (tickValue === undefined) {
    problems.add(lineOf([]), `no tick of "${id}" is worth anything`, "Give it a tickValue");
    return;
  }
  const ticks = options.filter(({ isExclusive }) => isExclusive !== true).length;
  const most = Math.min(ticks, mostChoices ?? ticks) * tickValue;
  // 5 x 0.6 is not quite 3 in floating point.
  if (most < mostPoints - 0.001) {
    const remedy = `Raise tickValue: all together are worth ${mostPoints}`;
    problems.add(lineOf(["tickValue"]), `no answer to "${id}" is worth ${mostPoints}`, remedy);
  }
  for (const [index, { code, value: points, isNotApplicable }] of options.entries()) {
    if (points === undefined && isNotApplicable === undefined) continue;
    const remedy = "Remove what it is worth: tickValue says it for all";
    problems.add(lineOf(["options", index]), `"${id}.${code}" is worth a tick`, remedy);
  }
}

function checkValues({ value, problems, lineOf }: Placed<Question>): void {
  const { id, options, alert } = value;
  for (const [index, { code, value: points, isNotApplicable }] of options.entries()) {
    if ((points === undefined) === (isNotApplicable === true)) continue;
    const message = `"${id}.${code}" ${points === undefined ? "is worth nothing, not even 0" : "is worth something, and does not apply"}`;
    const remedy = "Give it a value from 0 to 3, or isNotApplicable: true";
    problems.add(lineOf(["options", index]), message, remedy);
  }
  const values = new Set(options.map(({ value: points }) => points));
  if (!values.has(mostPoints)) {
    const remedy = `Give the best option ${mostPoints}, or nobody can be at the top`;
    problems.add(lineOf(["options"]), `no answer to "${id}" is worth ${mostPoints}`, remedy);
  }
  if (alert !== undefined && !values.has(0)) {
    const remedy = "Remove the alert, or give the worst option 0";
    problems.add(lineOf(["alert"]), `no answer to "${id}" raises its alert`, remedy);
  }
}

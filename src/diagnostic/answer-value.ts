import type { RecordedAnswer } from "../model/diagnostic-run.ts";
import type { Question, QuestionOption } from "../model/questionnaire.ts";

const mostPoints = 3;
const mostOfNumber = 10;

/**
 * What an answer is worth, 0..3, to the hundredth. Undefined for what has no value: not applicable, unknown,
 * skipped, absent. A zero is a value.
 */
export function valueOf(
  question: Question,
  answer: RecordedAnswer | undefined,
): number | undefined {
  if (answer?.kind === "number") return valueOfNumber(question, answer.number);
  if (answer?.kind !== "options") return undefined;
  const chosen = chosenOptions(question, answer.codes);
  if (question.tickValue === undefined) return chosen[0]?.value;
  return chosen.length === 0 ? undefined : valueOfTicks(question, ticksAmong(chosen).length);
}

/** Whether an answer says that the question does not concern the association. */
export function isNotApplicable(question: Question, answer: RecordedAnswer | undefined): boolean {
  if (answer?.kind !== "options") return false;
  return chosenOptions(question, answer.codes).some((option) => option.isNotApplicable);
}

/** The best value a question can have. */
export function mostValueOf(question: Question): number {
  if (question.kind === "number") return mostPoints;
  if (question.tickValue !== undefined)
    return valueOfTicks(question, ticksAmong(question.options).length);
  return Math.max(0, ...question.options.map(({ value }) => value ?? 0));
}

/** The options of these codes, in the order of the question, each once. */
export function chosenOptions(
  { options }: Question,
  codes: readonly string[],
): readonly QuestionOption[] {
  return options.filter(({ code }) => codes.includes(code));
}

/** Those that say something holds; "none of these" does not. */
export function ticksAmong(options: readonly QuestionOption[]): readonly QuestionOption[] {
  return options.filter(({ isExclusive }) => !isExclusive);
}

/** Whether answers to it count in a score. */
export function isScored(
  question: Question,
): question is Question & { readonly dimension: string; readonly weight: number } {
  return question.dimension !== undefined && question.weight !== undefined;
}

function valueOfNumber({ kind }: Question, number: number): number | undefined {
  return kind === "number" ? toHundredth((number / mostOfNumber) * mostPoints) : undefined;
}

function valueOfTicks({ tickValue = 0 }: Question, ticks: number): number {
  return Math.min(mostPoints, toHundredth(ticks * tickValue));
}

// 6 of 10 is 1.8, not 1.7999999999999998: conditions compare with it.
function toHundredth(value: number): number {
  return Math.round(value * 100) / 100;
}

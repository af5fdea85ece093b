import type { RecordedAnswer } from "../model/diagnostic-run.ts";
import type { Question } from "../model/questionnaire.ts";
import { chosenOptions, ticksAmong, valueOf } from "./answer-value.ts";
import { subsetsBySize } from "./subsets-by-size.ts";

/** An answer that is worth more than the one given. */
export interface BetterAnswer {
  readonly answer: RecordedAnswer;
  /** How far it is from the one given: points, more of a number, or ticks. */
  readonly size: number;
  /** The options it adds; none for a number. */
  readonly codes: readonly string[];
}

const tenOfTen = 10;

/** The answers worth more than the one given, the nearest first, the best last; none where nothing is scored. */
export function betterAnswers(
  question: Question,
  given: RecordedAnswer | undefined,
): readonly BetterAnswer[] {
  if (question.kind === "number") return higherNumbers(given);
  if (question.tickValue !== undefined) return moreTicks(question, given);
  const now = valueOf(question, given) ?? -1;
  return question.options
    .flatMap(({ code, value = -1 }) => (value > now ? [{ code, size: value - now }] : []))
    .toSorted((one, other) => one.size - other.size)
    .map(({ code, size }) => ({ answer: { kind: "options", codes: [code] }, size, codes: [code] }));
}

function higherNumbers(given: RecordedAnswer | undefined): readonly BetterAnswer[] {
  const now = given?.kind === "number" ? Math.floor(given.number) : -1;
  return Array.from({ length: tenOfTen - now }, (_, index) => ({
    answer: { kind: "number", number: now + 1 + index },
    size: index + 1,
    codes: [],
  }));
}

function moreTicks(question: Question, given: RecordedAnswer | undefined): readonly BetterAnswer[] {
  const chosen = given?.kind === "options" ? chosenOptions(question, given.codes) : [];
  const ticked = ticksAmong(chosen).map(({ code }) => code);
  const others = ticksAmong(question.options).flatMap(({ code }) =>
    ticked.includes(code) ? [] : [code],
  );
  return subsetsBySize(others).map((codes) => ({
    answer: { kind: "options", codes: [...ticked, ...codes] },
    size: codes.length,
    codes,
  }));
}

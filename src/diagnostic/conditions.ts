import type { Answers } from "../model/diagnostic-run.ts";
import type { Condition, Question } from "../model/questionnaire.ts";
import { mostValueOf, valueOf } from "./answer-value.ts";

/** What conditions are compared with. */
export interface KnownFacts {
  /** The visible questions, by id: a condition on another one is false. */
  readonly questions: ReadonlyMap<string, Question>;
  readonly answers: Answers;
  /** The scores of dimensions that have one, 0..100. */
  readonly scores: readonly number[];
  /** How much there is to do where the answer is not known, 0..1. */
  readonly unknownNeed: number;
}

/** Why a condition is true. */
export interface MetCondition {
  /** How much there is to do, 1/9..1. */
  readonly need: number;
  /** The questions whose answers make it true, each once. */
  readonly questions: readonly string[];
}

/** The need there is at least, even after a nearly perfect answer. */
const leastNeed = 1 / 9;
const wholeNeed = 1;

type Of<K extends PropertyKey> = Extract<Condition, Readonly<Record<K, unknown>>>;
type AboutAnswer = Exclude<Condition, Of<"any"> | Of<"all"> | Of<"dimensionsAtLeast">>;

/** Why a condition is true; undefined when it is false. Source: DIAGNOSTIC.md, 5.1 and 5.3. */
export function whyMet(condition: Condition, facts: KnownFacts): MetCondition | undefined {
  if ("any" in condition) return whyAny(condition, facts);
  if ("all" in condition) return whyAll(condition, facts);
  if ("dimensionsAtLeast" in condition) return whyScores(condition, facts);
  const need = needOf(condition, facts);
  return need === undefined ? undefined : { need, questions: [condition.question] };
}

function whyAny({ any }: Of<"any">, facts: KnownFacts): MetCondition | undefined {
  const met = any.flatMap((one) => whyMet(one, facts) ?? []);
  return met.length === 0 ? undefined : together(met, Math.max);
}

function whyAll({ all }: Of<"all">, facts: KnownFacts): MetCondition | undefined {
  const met = all.flatMap((one) => whyMet(one, facts) ?? []);
  return met.length < all.length ? undefined : together(met, Math.min);
}

/** A strength to build upon, not a lack: the least there is to do, and no answer to blame. */
function whyScores(
  { dimensionsAtLeast, count }: Of<"dimensionsAtLeast">,
  { scores }: KnownFacts,
): MetCondition | undefined {
  const high = scores.filter((score) => score >= dimensionsAtLeast);
  return high.length < count ? undefined : { need: leastNeed, questions: [] };
}

function together(
  met: readonly MetCondition[],
  pick: (...needs: readonly number[]) => number,
): MetCondition {
  return {
    need: pick(...met.map(({ need }) => need)),
    questions: [...new Set(met.flatMap(({ questions }) => questions))],
  };
}

/** How much an answer leaves to do; undefined when the condition is false. */
function needOf(condition: AboutAnswer, facts: KnownFacts): number | undefined {
  const question = facts.questions.get(condition.question);
  const answer = facts.answers[condition.question];
  if (!question || !answer) return undefined;
  if ("unknown" in condition) return answer.kind === "unknown" ? facts.unknownNeed : undefined;
  const value = valueOf(question, answer);
  const codes = answer.kind === "options" ? answer.codes : [];
  if ("is" in condition)
    return codes.some((code) => condition.is.includes(code)) ? needAt(value) : undefined;
  if (value === undefined) return undefined;
  if ("lacks" in condition) {
    const isMissing = value < mostValueOf(question) && !codes.includes(condition.lacks);
    return isMissing ? wholeNeed : undefined;
  }
  const { min = 0, max = Infinity } = condition;
  return value >= min && value <= max ? needAt(value) : undefined;
}

/** A choice that has no value (who keeps it going, curious about something) holds nothing back. */
function needAt(value: number | undefined): number {
  return value === undefined ? wholeNeed : Math.max(leastNeed, (3 - value) / 3);
}

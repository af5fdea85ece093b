import type { Answers, DiagnosticPath, RecordedAnswer } from "../model/diagnostic-run.ts";
import type { DrawnResult } from "../model/diagnostic-group.ts";
import type { Question, Questionnaire } from "../model/questionnaire.ts";
import { chosenOptions, isNotApplicable, isScored, ticksAmong, valueOf } from "./answer-value.ts";
import { visibleAnswers } from "./visible-questions.ts";

/** What several people's answers have in common, and where they are apart. */
export type CommonAnswers = Pick<DrawnResult, "answers" | "apart">;

/** Points from which answers are apart. */
const leastApart = 2;
/** Below so many answers, lowest and highest would tell who said what. */
const leastForSpread = 3;

/**
 * The lower median of each question, of the answers of several people. Source: DIAGNOSTIC.md, 8.
 *
 * A median of ticks has no ticks of its own: as many are kept as the lower median of how many each person
 * ticked, those most people ticked first, so that the score is that median. What is not scored takes the
 * choices most people made. Free sentences stay with those who wrote them. Ties go to the order of the
 * question. Where the common answers hide a question, its answer is left out.
 */
export function combineAnswers(
  questionnaire: Questionnaire,
  path: DiagnosticPath,
  all: readonly Answers[],
): CommonAnswers {
  const visible = all.map((answers) => visibleAnswers(questionnaire, path, answers));
  const given = (question: Question) => visible.flatMap((answers) => answers[question.id] ?? []);
  const common = Object.fromEntries(
    questionnaire.questions.flatMap((question) => {
      const answer = commonAnswer(question, given(question));
      return answer ? [[question.id, answer]] : [];
    }),
  );
  const answers = visibleAnswers(questionnaire, path, common);
  const apart = questionnaire.questions
    .filter((question) => isScored(question) && Object.hasOwn(answers, question.id))
    .flatMap((question) => apartOn(question, given(question)));
  return { answers, apart };
}

function commonAnswer(
  question: Question,
  given: readonly RecordedAnswer[],
): RecordedAnswer | undefined {
  if (question.kind === "text") return undefined;
  if (!isScored(question)) return mostChosen(question, given) ?? withoutValue(given);
  const valued = given.filter((answer) => valueOf(question, answer) !== undefined);
  const outside = given.filter((answer) => isNotApplicable(question, answer));
  if (outside.length > valued.length) return mostChosen(question, outside);
  if (valued.length === 0) return withoutValue(given);
  if (question.tickValue !== undefined) return medianTicks(question, valued);
  return medianAnswer(question, valued);
}

/** One of the answers that have the lower median: of several worth the same, the one most people gave. */
function medianAnswer(
  question: Question,
  valued: readonly RecordedAnswer[],
): RecordedAnswer | undefined {
  const median = lowerMedian(valued.map((answer) => valueOf(question, answer) ?? 0));
  const same = valued.filter((answer) => valueOf(question, answer) === median);
  return question.kind === "number" ? same[0] : mostChosen(question, same);
}

function medianTicks(question: Question, valued: readonly RecordedAnswer[]): RecordedAnswer {
  const counts = valued.map((answer) => ticksAmong(chosenBy(question, answer)).length);
  const most = lowerMedian(counts);
  const codes = byPopularity(question, valued, most);
  const none = question.options.filter(({ isExclusive }) => isExclusive).map(({ code }) => code);
  return { kind: "options", codes: most === 0 ? none : codes };
}

/** What most people chose, one or as many as may be chosen; "none of these" only if nobody chose anything else. */
function mostChosen(
  question: Question,
  given: readonly RecordedAnswer[],
): RecordedAnswer | undefined {
  const chosen = given.flatMap((answer) => chosenBy(question, answer));
  if (chosen.length === 0) return undefined;
  const most = question.kind === "several" ? (question.mostChoices ?? question.options.length) : 1;
  const ticks = byPopularity(question, given, most);
  const first = chosen.slice(0, 1).map(({ code }) => code);
  return { kind: "options", codes: ticks.length === 0 ? first : ticks };
}

/** The codes most people chose, in the order of the question; of equals, the first of the question. */
function byPopularity(
  question: Question,
  given: readonly RecordedAnswer[],
  most: number,
): readonly string[] {
  const chosen = given.map((answer) => chosenBy(question, answer));
  const counted = ticksAmong(question.options)
    .map((option) => ({ option, count: chosen.filter((one) => one.includes(option)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, most);
  const kept = new Set(counted.map(({ option }) => option.code));
  return question.options.flatMap(({ code }) => (kept.has(code) ? [code] : []));
}

/** Nobody knows, or nobody said: those who do not know count first, for it can be found out. */
function withoutValue(given: readonly RecordedAnswer[]): RecordedAnswer | undefined {
  return (
    given.find(({ kind }) => kind === "unknown") ?? given.find(({ kind }) => kind === "skipped")
  );
}

function apartOn(question: Question, given: readonly RecordedAnswer[]): CommonAnswers["apart"] {
  const values = given.flatMap((answer) => valueOf(question, answer) ?? []);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  if (to - from < leastApart) return [];
  return [{ question: question.id, ...(values.length >= leastForSpread ? { from, to } : {}) }];
}

function chosenBy(question: Question, answer: RecordedAnswer): ReturnType<typeof chosenOptions> {
  return answer.kind === "options" ? chosenOptions(question, answer.codes) : [];
}

/** @throws RangeError without any number */
function lowerMedian(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const median = sorted[Math.ceil(sorted.length / 2) - 1];
  if (median === undefined) throw new RangeError("there is no median of nothing");
  return median;
}

import type { Answers, DiagnosticPath, RecordedAnswer } from "../model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../model/questionnaire.ts";
import { isNotApplicable, isScored, valueOf } from "./answer-value.ts";
import { hasSameAnswers } from "./has-same-answers.ts";
import { visibleQuestions } from "./visible-questions.ts";
import { meanHalfUp, weightOf, weightedScore } from "./weighted-score.ts";

/** A run to compare, with the questionnaire it was answered on. */
export interface ComparedRun {
  readonly questionnaire: Questionnaire;
  readonly path: DiagnosticPath;
  readonly answers: Answers;
}

/** An answer that is worth more, or less, than before. */
export interface ChangedAnswer {
  readonly question: string;
  readonly before: RecordedAnswer;
  readonly after: RecordedAnswer;
  /** What they are worth, 0..3. */
  readonly from: number;
  readonly to: number;
}

/** How a dimension went. "apart": too little was answered in both runs for them to be compared. */
export type Trend = "up" | "down" | "stable" | "apart";

/** A dimension then and now, on the questions answered both times. */
export interface ComparedDimension {
  readonly id: string;
  readonly trend: Trend;
  /** 0..100; undefined when `apart`. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** What changed between two runs, by the questions answered in both; tell the facts first. */
export interface Comparison {
  /** How many questions could be compared. */
  readonly compared: number;
  /** In the order of the questions. */
  readonly rose: readonly ChangedAnswer[];
  readonly fell: readonly ChangedAnswer[];
  /** Those of the later questionnaire, in its order. */
  readonly dimensions: readonly ComparedDimension[];
  /** Means of the dimensions that compare; undefined when too few do. */
  readonly overall: { readonly before: number; readonly after: number } | undefined;
}

/** Points from which a difference is more than chance. */
const leastDifference = 10;
/** Share of the weight that must have been answered both times. */
const leastShare = 0.5;
/** Share of the dimensions that must compare for the means to. */
const leastDimensions = 0.6;

interface Pair extends ChangedAnswer {
  readonly dimension: string;
  readonly weight: number;
}

/** Compares two runs of one association, the earlier first. Source: DIAGNOSTIC.md, 9. */
export function compareRuns(before: ComparedRun, after: ComparedRun): Comparison {
  const pairs = pairsOf(before, after);
  const dimensions = after.questionnaire.dimensions.map(({ id }) =>
    compareDimension(
      id,
      pairs.filter(({ dimension }) => dimension === id),
      Math.min(applicableWeight(id, before), applicableWeight(id, after)),
    ),
  );
  return {
    compared: pairs.length,
    rose: pairs.filter(({ from, to }) => to > from).map(changeOf),
    fell: pairs.filter(({ from, to }) => to < from).map(changeOf),
    dimensions,
    overall: overallOf(dimensions),
  };
}

/** The questions that mean the same and have a value in both runs. */
function pairsOf(before: ComparedRun, after: ComparedRun): readonly Pair[] {
  const earlier = new Map(visibleIn(before).map((question) => [question.id, question]));
  return visibleIn(after).flatMap((question) => {
    const { id } = question;
    const same = earlier.get(id);
    const [then, now] = [before.answers[id], after.answers[id]];
    if (!isScored(question) || !same || !then || !now || !hasSameAnswers(same, question)) return [];
    const [from, to] = [valueOf(same, then), valueOf(question, now)];
    if (from === undefined || to === undefined) return [];
    const { dimension, weight } = question;
    return [{ question: id, dimension, weight, before: then, after: now, from, to }];
  });
}

/**
 * @param applicable what the questions weigh that applied, in the run that had fewer: a short run compares
 *   with a full one on the questions both ask
 */
function compareDimension(
  id: string,
  pairs: readonly Pair[],
  applicable: number,
): ComparedDimension {
  const before = weightedScore(pairs.map(({ weight, from }) => ({ weight, value: from })));
  const after = weightedScore(pairs.map(({ weight, to }) => ({ weight, value: to })));
  const isEnough = weightOf(pairs) >= leastShare * applicable;
  if (before === undefined || after === undefined || !isEnough)
    return { id, trend: "apart", before: undefined, after: undefined };
  return { id, trend: trendOf(after - before), before, after };
}

function trendOf(difference: number): Trend {
  if (difference >= leastDifference) return "up";
  return difference <= -leastDifference ? "down" : "stable";
}

function overallOf(dimensions: readonly ComparedDimension[]): Comparison["overall"] {
  const compared = dimensions.filter(({ trend }) => trend !== "apart");
  if (compared.length < leastDimensions * dimensions.length) return undefined;
  const before = meanHalfUp(compared.flatMap((one) => one.before ?? []));
  const after = meanHalfUp(compared.flatMap((one) => one.after ?? []));
  return before === undefined || after === undefined ? undefined : { before, after };
}

function applicableWeight(dimension: string, run: ComparedRun): number {
  const applicable = visibleIn(run)
    .filter(isScored)
    .filter((question) => question.dimension === dimension)
    .filter((question) => !isNotApplicable(question, run.answers[question.id]));
  return weightOf(applicable);
}

function visibleIn({ questionnaire, path, answers }: ComparedRun): readonly Question[] {
  return visibleQuestions(questionnaire, path, answers);
}

function changeOf({ question, before, after, from, to }: Pair): ChangedAnswer {
  return { question, before, after, from, to };
}

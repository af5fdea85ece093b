import type { Answers, DiagnosticPath } from "../model/diagnostic-run.ts";
import type { Level, Question, Questionnaire } from "../model/questionnaire.ts";
import { isNotApplicable, isScored, valueOf } from "./answer-value.ts";
import { visibleQuestions } from "./visible-questions.ts";
import { meanHalfUp, weightOf, weightedScore } from "./weighted-score.ts";

/** Share of the weight that must have a value for a dimension to have a score. */
const leastCoverage = 0.5;
/** Share of the dimensions that must have a score for there to be an overall one: 6 of 10. */
const leastDimensions = 0.6;

/** Where an association stands in one dimension. */
export interface DimensionScore {
  readonly id: string;
  /** 0..100; undefined when too little was answered, never 0 then. */
  readonly score: number | undefined;
  /** 0..1: the weight that has a value, of the weight that applies. */
  readonly coverage: number;
  /** False when nothing of it applies: it does not concern the association. */
  readonly isConcerned: boolean;
}

/** Where an association stands. */
export interface Scores {
  /** In the order of the questionnaire. */
  readonly dimensions: readonly DimensionScore[];
  /** 0..100; undefined when too few dimensions have a score. */
  readonly overall: number | undefined;
  /** How many questions have a value. */
  readonly scored: number;
}

/** Scores the answers to visible questions. Source: DIAGNOSTIC.md, 4.1 and 4.2. */
export function scoreOf(
  questionnaire: Questionnaire,
  path: DiagnosticPath,
  answers: Answers,
): Scores {
  const visible = visibleQuestions(questionnaire, path, answers);
  const dimensions = questionnaire.dimensions.map(({ id }) =>
    scoreDimension(
      id,
      visible.filter(({ dimension }) => dimension === id),
      answers,
    ),
  );
  const scores = dimensions.flatMap(({ score }) => score ?? []);
  const isEnough = scores.length >= leastDimensions * dimensions.length;
  const withValue = visible.filter(
    (question) => isScored(question) && valueOf(question, answers[question.id]) !== undefined,
  );
  return {
    dimensions,
    overall: isEnough ? meanHalfUp(scores) : undefined,
    scored: withValue.length,
  };
}

/** The words for a score. @param score 0..100 @throws RangeError when no level is low enough */
export function levelOf({ levels }: Questionnaire, score: number): Level {
  const level = levels.findLast(({ from }) => from <= score);
  if (!level) throw new RangeError(`no level for a score of ${score}`);
  return level;
}

function scoreDimension(
  id: string,
  questions: readonly Question[],
  answers: Answers,
): DimensionScore {
  const applicable = questions
    .filter(isScored)
    .filter((question) => !isNotApplicable(question, answers[question.id]));
  const values = applicable.flatMap((question) => {
    const value = valueOf(question, answers[question.id]);
    return value === undefined ? [] : [{ weight: question.weight, value }];
  });
  const weight = weightOf(applicable);
  const coverage = weight === 0 ? 0 : weightOf(values) / weight;
  const score = coverage >= leastCoverage ? weightedScore(values) : undefined;
  return { id, score, coverage, isConcerned: weight > 0 };
}

import type {
  Answers,
  DiagnosticPath,
  DiagnosticRun,
  RecordedAnswer,
} from "../model/diagnostic-run.ts";
import type { Questionnaire, Recommendation } from "../model/questionnaire.ts";
import { valueOf } from "./answer-value.ts";
import { whyMet, type KnownFacts } from "./conditions.ts";
import { scoreOf } from "./score.ts";
import { shareOut } from "./share-out.ts";
import { visibleAnswers, visibleQuestions } from "./visible-questions.ts";
import { wishesOf, type Wishes } from "./wishes.ts";

/** What advice is drawn from. */
export interface AdviceSource {
  readonly path: DiagnosticPath;
  readonly answers: Answers;
  /** Not advised any more, whatever the reason; what came after them may be. */
  readonly setAside: DiagnosticRun["setAside"];
  /** Intents a free sentence was about, beside those kept among the answers. */
  readonly wishedIntents?: readonly string[] | undefined;
}

/** An answer a recommendation comes from. */
export interface Reason {
  readonly question: string;
  readonly answer: RecordedAnswer;
}

/** A recommendation made to this association. */
export interface Advised {
  readonly recommendation: Recommendation;
  /** How much there is to do, 1/9..1. */
  readonly need: number;
  /** The higher, the sooner. */
  readonly priority: number;
  /** Empty when it comes from scores, being a strength to share. */
  readonly because: readonly Reason[];
}

/** What is advised, in three lists. */
export interface Advice {
  /** What is at stake, in the order of the questions; tell two at most at a time. */
  readonly alerts: readonly string[];
  /** At most three, of different dimensions, the first an easy one. */
  readonly now: readonly Advised[];
  /** At most three. */
  readonly next: readonly Advised[];
  /** Everything else, in order. */
  readonly later: readonly Advised[];
}

/** What these answers call for, small steps first. Source: DIAGNOSTIC.md, 5.3. */
export function recommend(questionnaire: Questionnaire, source: AdviceSource): Advice {
  const { path, setAside } = source;
  const answers = visibleAnswers(questionnaire, path, source.answers);
  const wishes = wishesOf(questionnaire, answers, source.wishedIntents ?? []);
  const facts = factsOf(questionnaire, path, answers);
  const alerts = alertsOf(questionnaire, facts, setAside);
  const isUrgent = ({ alert }: Recommendation) => alert !== undefined && alerts.includes(alert);
  const advised = questionnaire.recommendations
    .filter(({ id }) => !Object.hasOwn(setAside, id))
    .flatMap((recommendation) => advise(recommendation, questionnaire, { facts, wishes }) ?? [])
    .toSorted(byUrgency(questionnaire, isUrgent));
  const { ordering } = questionnaire;
  return { alerts, ...shareOut(advised, { ordering, isUrgent, wished: wishes.dimensions }) };
}

function factsOf(questionnaire: Questionnaire, path: DiagnosticPath, answers: Answers): KnownFacts {
  const visible = visibleQuestions(questionnaire, path, answers);
  const { dimensions } = scoreOf(questionnaire, path, answers);
  return {
    questions: new Map(visible.map((question) => [question.id, question])),
    answers,
    scores: dimensions.flatMap(({ score }) => score ?? []),
    unknownNeed: questionnaire.ordering.unknownNeed,
  };
}

/** What is at stake, except where the step that settles it was taken. */
function alertsOf(
  { recommendations }: Questionnaire,
  { questions, answers }: KnownFacts,
  setAside: AdviceSource["setAside"],
): readonly string[] {
  const isSettled = (alert: string) =>
    recommendations.some(
      ({ id, alert: answered }) =>
        answered === alert && (setAside[id] === "done" || setAside[id] === "in-place"),
    );
  return [...questions.values()].flatMap((question) => {
    const { id, alert } = question;
    if (alert === undefined || valueOf(question, answers[id]) !== 0) return [];
    return isSettled(alert) ? [] : [alert];
  });
}

function advise(
  recommendation: Recommendation,
  { ordering }: Questionnaire,
  { facts, wishes }: { readonly facts: KnownFacts; readonly wishes: Wishes },
): Advised | undefined {
  const met = whyMet(recommendation.when, facts);
  if (!met) return undefined;
  const { dimension, impact, effort, intents } = recommendation;
  const isWished =
    wishes.dimensions.has(dimension) || intents.some((intent) => wishes.intents.has(intent));
  const factor = isWished ? ordering.wishFactor : 1;
  const priority = (100 * impact * met.need * factor) / ordering.effortCost[effort];
  const because = met.questions.flatMap((question) => {
    const answer = facts.answers[question];
    return answer ? [{ question, answer }] : [];
  });
  return { recommendation, need: met.need, priority: withoutNoise(priority), because };
}

/** Equal priorities reached by different sums must be equal: the order is told by them. */
function withoutNoise(priority: number): number {
  return Math.round(priority * 1e6) / 1e6;
}

/** A total order, being followed by the order of the file (sorting is stable). */
function byUrgency(
  { ordering: { effortCost } }: Questionnaire,
  isUrgent: (recommendation: Recommendation) => boolean,
): (one: Advised, other: Advised) => number {
  return (one, other) =>
    Number(isUrgent(other.recommendation)) - Number(isUrgent(one.recommendation)) ||
    other.priority - one.priority ||
    effortCost[one.recommendation.effort] - effortCost[other.recommendation.effort];
}

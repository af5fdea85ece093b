import type { Answers } from "../model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../model/questionnaire.ts";
import { betterAnswers, type BetterAnswer } from "./better-answers.ts";
import { whyMet } from "./conditions.ts";
import type { Advised, Reason } from "./recommend.ts";
import { subsetsBySize } from "./subsets-by-size.ts";

/** A change of one answer. */
export type WantedChange =
  /** Any one of these answers instead. */
  | { readonly kind: "choose"; readonly question: string; readonly codes: readonly string[] }
  /** So many of these ticks more, whichever. */
  | {
      readonly kind: "tick";
      readonly question: string;
      readonly codes: readonly string[];
      readonly count: number;
    }
  /** This number, 0..10, or more. */
  | { readonly kind: "number"; readonly question: string; readonly atLeast: number };

/** Why something is advised, and what would make it needless. */
export interface WhyAdvised {
  /** The answers it comes from, as they are now; empty for a strength to share. */
  readonly because: readonly Reason[];
  /** The fewest and smallest changes that remove it, all of them together; empty when none would. */
  readonly removedBy: readonly WantedChange[];
}

/** Whether it is still advised when some answers are others. */
type IsAdvised = (instead: Answers) => boolean;

/** A question, and the answers to it that are worth more. */
interface Changeable {
  readonly question: Question;
  readonly better: readonly BetterAnswer[];
}

/** Explains what was advised. @param answers as they are now: the advice may be older */
export function explain(
  questionnaire: Questionnaire,
  advised: Advised,
  answers: Answers,
): WhyAdvised {
  const because = advised.because.flatMap(({ question }) => {
    const answer = answers[question];
    return answer ? [{ question, answer }] : [];
  });
  // What else it looks at did not make it true: these questions are all there is to change.
  const questions = new Map(
    questionnaire.questions
      .filter(({ id }) => because.some(({ question }) => question === id))
      .map((question) => [question.id, question]),
  );
  const { unknownNeed } = questionnaire.ordering;
  const isAdvised: IsAdvised = (instead) =>
    whyMet(advised.recommendation.when, {
      questions,
      answers: { ...answers, ...instead },
      scores: [],
      unknownNeed,
    }) !== undefined;
  const changeable = [...questions.values()].map((question) => ({
    question,
    better: betterAnswers(question, answers[question.id]),
  }));
  return { because, removedBy: isAdvised({}) ? fewestChanges(changeable, isAdvised) : [] };
}

function fewestChanges(
  changeable: readonly Changeable[],
  isAdvised: IsAdvised,
): readonly WantedChange[] {
  const enough = subsetsBySize(changeable).find((some) => !isAdvised(bestOf(some))) ?? [];
  return enough.flatMap((one) => {
    const best = bestOf(enough);
    const removing = one.better.filter(
      ({ answer }) => !isAdvised({ ...best, [one.question.id]: answer }),
    );
    const smallest = removing.filter(({ size }) => size === removing[0]?.size);
    return smallest[0] ? [wantedChange(one.question, smallest[0], smallest)] : [];
  });
}

function bestOf(changeable: readonly Changeable[]): Answers {
  return Object.fromEntries(
    changeable.flatMap(({ question, better }) => {
      const best = better.at(-1);
      return best ? [[question.id, best.answer]] : [];
    }),
  );
}

/** @param alike the answers that remove it and are as near as the first of them */
function wantedChange(
  { id: question, tickValue }: Question,
  first: BetterAnswer,
  alike: readonly BetterAnswer[],
): WantedChange {
  if (first.answer.kind === "number")
    return { kind: "number", question, atLeast: first.answer.number };
  const codes = [...new Set(alike.flatMap((one) => one.codes))];
  if (tickValue === undefined) return { kind: "choose", question, codes };
  const count = first.size;
  // "So many of these" is only true when every such choice among them removes it.
  const isAnyOfThem =
    subsetsBySize(codes).filter(({ length }) => length === count).length === alike.length;
  return { kind: "tick", question, count, codes: isAnyOfThem ? codes : first.codes };
}

import type { DiagnosticRun } from "../model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../model/questionnaire.ts";
import { recommend, type Advice, type Advised } from "./recommend.ts";
import { scoreOf, type Scores } from "./score.ts";
import { toFindOut } from "./to-find-out.ts";

/** What a run comes to. */
export interface Result {
  readonly scores: Scores;
  readonly advice: Advice;
  /** Questions whose answer nobody knew. */
  readonly unknown: readonly Question[];
}

/** Fewer scored answers than this draw no picture. Source: CONVERSATION.md, 7. */
export const FEWEST_SCORED = 5;

/** The result of a run: same answers, same result. */
export function resultOf(
  questionnaire: Questionnaire,
  { path, answers, setAside }: Pick<DiagnosticRun, "path" | "answers" | "setAside">,
): Result {
  const wishedIntents = Object.values(answers).flatMap((answer) =>
    answer.kind === "about" ? answer.intents : [],
  );
  return {
    scores: scoreOf(questionnaire, path, answers),
    advice: recommend(questionnaire, { path, answers, setAside, wishedIntents }),
    unknown: toFindOut(questionnaire, path, answers),
  };
}

/** The steps that have a number where they are told: those of now, then those of next. */
export function numberedSteps({ now, next }: Advice): readonly Advised[] {
  return [...now, ...next];
}

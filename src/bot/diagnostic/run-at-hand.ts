import { visibleQuestions } from "../../diagnostic/visible-questions.ts";
import type { DiagnosticRun } from "../../model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../../model/questionnaire.ts";
import type { TurnContext } from "../turn-context.ts";

/** A run that can go on, with what it asks. */
export interface RunAtHand {
  readonly run: DiagnosticRun;
  readonly questionnaire: Questionnaire;
  /** Those of its path that concern them, in order. */
  readonly questions: readonly Question[];
  /** The one that waits; undefined when all are answered. */
  readonly pending: Question | undefined;
  readonly isUnkept: boolean;
}

/** The run that is not finished, when there is one whose questions can be read. */
export function runAtHand({ diagnostic }: TurnContext): RunAtHand | undefined {
  const { run, questionnaire, isUnkept = false, isUnreadable } = diagnostic ?? {};
  if (!run || !questionnaire || run.state === "completed" || isUnreadable) return undefined;
  const questions = visibleQuestions(questionnaire, run.path, run.answers);
  const pending = questions.find(({ id }) => id === run.pending?.question);
  return { run, questionnaire, questions, pending, isUnkept };
}

/** The same moment once a run is as it will be. */
export function withRun(run: DiagnosticRun, context: TurnContext): TurnContext {
  const { diagnostic } = context;
  return diagnostic ? { ...context, diagnostic: { ...diagnostic, run } } : context;
}

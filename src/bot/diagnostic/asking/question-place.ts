import { mostQuestions, visibleQuestions } from "../../../diagnostic/visible-questions.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../../../model/questionnaire.ts";

/** Where a question stands on the way. */
export interface QuestionPlace {
  /** From 1; never above `total`. */
  readonly position: number;
  readonly total: number;
  /** Its theme and the number of that, from 1; undefined for what belongs to none. */
  readonly theme?:
    { readonly id: string; readonly number: number; readonly of: number } | undefined;
}

/** Where a question stands among those of a run. */
export function placeOf(
  question: Question,
  run: Omit<DiagnosticRun, "id" | "owner">,
  questionnaire: Questionnaire,
): QuestionPlace {
  const visible = visibleQuestions(questionnaire, run.path, run.answers);
  const total = totalOf(run, questionnaire);
  const position = Math.min(total, visible.findIndex(({ id }) => id === question.id) + 1);
  const { dimension } = question;
  if (dimension === undefined) return { position, total };
  const themes = [...new Set(visible.flatMap((one) => one.dimension ?? []))];
  const theme = { id: dimension, number: themes.indexOf(dimension) + 1, of: themes.length };
  return { position, total, theme };
}

/** How many questions a run has, as far as is known: it starts with all it may ask, and never rises. */
export function totalOf(
  { path, answers, told }: Omit<DiagnosticRun, "id" | "owner">,
  questionnaire: Questionnaire,
): number {
  const visible = new Set(visibleQuestions(questionnaire, path, answers).map(({ id }) => id));
  const unasked = questionnaire.questions.filter(
    ({ id, isShort, isAfterResult, showIf }) =>
      showIf !== undefined &&
      !isAfterResult &&
      (path === "full" || isShort) &&
      answers[showIf.question] !== undefined &&
      !visible.has(id),
  );
  const total = mostQuestions(questionnaire, path) - unasked.length;
  return Math.min(told?.total ?? total, total);
}

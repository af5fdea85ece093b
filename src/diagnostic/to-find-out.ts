import type { Answers, DiagnosticPath } from "../model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../model/questionnaire.ts";
import { visibleQuestions } from "./visible-questions.ts";

/** The questions answered by "I do not know", in order: somebody else may know. */
export function toFindOut(
  questionnaire: Questionnaire,
  path: DiagnosticPath,
  answers: Answers,
): readonly Question[] {
  const visible = visibleQuestions(questionnaire, path, answers);
  return visible.filter(({ id }) => answers[id]?.kind === "unknown");
}

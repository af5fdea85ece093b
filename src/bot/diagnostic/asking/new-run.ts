import { visibleQuestions } from "../../../diagnostic/visible-questions.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Questionnaire } from "../../../model/questionnaire.ts";

/** A run nothing was answered in yet; its id and its owner are known when it is stored. */
export function newRun(
  { path, language, group }: Pick<DiagnosticRun, "path" | "language" | "group">,
  questionnaire: Questionnaire,
  now: Date,
): Omit<DiagnosticRun, "id" | "owner"> {
  const [first] = visibleQuestions(questionnaire, path, {});
  return {
    version: questionnaire.version,
    path,
    language,
    state: "asking",
    answers: {},
    ...(first && { pending: { question: first.id, revision: 0, misread: 0 } }),
    interruptions: 0,
    startedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    setAside: {},
    ...(group !== undefined && { group }),
  };
}

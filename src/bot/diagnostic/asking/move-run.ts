import { visibleQuestions } from "../../../diagnostic/visible-questions.ts";
import type { DiagnosticRun, RecordedAnswer } from "../../../model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../../../model/questionnaire.ts";
import { totalOf } from "./question-place.ts";

/** The run with one more answer, or another in its place, waiting for the first question that has none. */
export function answered(
  run: DiagnosticRun,
  question: Question,
  answer: RecordedAnswer,
  questionnaire: Questionnaire,
): DiagnosticRun {
  const answers = { ...run.answers, [question.id]: answer };
  return atFirstUnanswered({ ...run, answers, interruptions: 0 }, questionnaire);
}

/** The run waiting for its first question that has no answer, or for nothing. */
export function atFirstUnanswered(run: DiagnosticRun, questionnaire: Questionnaire): DiagnosticRun {
  const visible = visibleQuestions(questionnaire, run.path, run.answers);
  const next = visible.find(({ id }) => run.answers[id] === undefined);
  const { half } = run.told ?? {};
  const told = { total: totalOf(run, questionnaire), ...(half !== undefined && { half }) };
  return waitingFor(next, { ...run, told });
}

/** The run waiting for one question, which is asked anew. */
export function waitingFor(question: Question | undefined, run: DiagnosticRun): DiagnosticRun {
  const revision = (run.pending?.revision ?? 0) + 1;
  const pending = question && { question: question.id, revision, misread: 0 };
  return { ...run, state: "asking", remindAt: undefined, pending };
}

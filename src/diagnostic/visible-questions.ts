import type { Answers, DiagnosticPath } from "../model/diagnostic-run.ts";
import type { Question, Questionnaire } from "../model/questionnaire.ts";

/** The questions a path asks, given what was answered, in order; not those after the result. */
export function visibleQuestions(
  questionnaire: Questionnaire,
  path: DiagnosticPath,
  answers: Answers,
): readonly Question[] {
  const visible: Question[] = [];
  for (const question of questionsOf(questionnaire, path)) {
    if (isShown(question, visible, answers)) visible.push(question);
  }
  return visible;
}

/** How many questions a path may ask, every conditional one counted: the total told can only go down. */
export function mostQuestions(questionnaire: Questionnaire, path: DiagnosticPath): number {
  return questionsOf(questionnaire, path).length;
}

/**
 * The answers that count: those to visible questions, in the order of the questions. The others are set aside
 * while the run goes on, and erased by this at completion. Source: DIAGNOSTIC.md, 4.4.
 */
export function visibleAnswers(
  questionnaire: Questionnaire,
  path: DiagnosticPath,
  answers: Answers,
): Answers {
  const afterResult = questionnaire.questions.filter((question) => question.isAfterResult);
  const kept = [...visibleQuestions(questionnaire, path, answers), ...afterResult];
  return Object.fromEntries(
    kept.flatMap(({ id }) => {
      const answer = answers[id];
      return answer ? [[id, answer]] : [];
    }),
  );
}

function questionsOf({ questions }: Questionnaire, path: DiagnosticPath): readonly Question[] {
  return questions.filter(
    ({ isShort, isAfterResult }) => !isAfterResult && (path === "full" || isShort),
  );
}

/** A question waits for one that comes before it, and that is visible itself. */
function isShown({ showIf }: Question, before: readonly Question[], answers: Answers): boolean {
  if (!showIf) return true;
  const answer = answers[showIf.question];
  return (
    before.some(({ id }) => id === showIf.question) &&
    answer?.kind === "options" &&
    answer.codes.some((code) => showIf.is.includes(code))
  );
}

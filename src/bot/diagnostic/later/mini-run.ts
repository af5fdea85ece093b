import { valueOf } from "../../../diagnostic/answer-value.ts";
import { firstResultOf } from "../../../diagnostic/first-result.ts";
import { visibleQuestions } from "../../../diagnostic/visible-questions.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Condition, Question, Questionnaire } from "../../../model/questionnaire.ts";
import { overFollowUp } from "./follow-up-times.ts";
import type { Followed } from "./followed-run.ts";

/** How many questions are asked again. Source: DIAGNOSTIC.md, 9. */
const FEWEST = 2;
const MOST = 5;

/** The questions behind what was done, in the order of the questionnaire; none when nothing was done. */
export function questionsToAskAgain({ run, questionnaire, lines }: Followed): readonly Question[] {
  const done = lines.filter(({ state }) => state === "done").map((line) => line.recommendation);
  if (done.length === 0) return [];
  const asked = visibleQuestions(questionnaire, run.path, run.answers).filter(
    (question) =>
      valueOf(question, run.answers[question.id]) !== undefined || isUnknown(run, question),
  );
  const behind = (recommendations: readonly string[]) => {
    const advice = questionnaire.recommendations.filter(({ id }) => recommendations.includes(id));
    const ids = new Set(advice.flatMap(({ when }) => questionsIn(when)));
    return asked.filter(({ id }) => ids.has(id));
  };
  const chosen = behind(done).slice(0, MOST);
  if (chosen.length >= FEWEST) return chosen;
  // One question alone shows little: others of the same side then, or behind what is under way.
  const sides = new Set(chosen.map(({ dimension }) => dimension));
  const beside = [
    ...asked.filter(({ dimension }) => dimension !== undefined && sides.has(dimension)),
    ...behind(
      lines.filter(({ state }) => state === "under-way").map((line) => line.recommendation),
    ),
    ...behind(lines.map((line) => line.recommendation)),
  ].filter((question) => !chosen.includes(question));
  const kept = new Set([...chosen, ...new Set(beside)].slice(0, FEWEST));
  return chosen.length === 0 ? [] : asked.filter((question) => kept.has(question));
}

/**
 * A new run that asks only these again: everything else is answered as it was.
 * @param today today's questionnaire, where the one of that run can no longer be read
 */
export function miniRun(
  { run, questionnaire, lines }: Followed,
  questions: readonly Question[],
  { id, now, today }: { id: string; now: Date; today: Questionnaire },
): DiagnosticRun {
  const again = new Set(questions.map((question) => question.id));
  const at = now.toISOString();
  const answers = Object.entries(run.answers).filter(([question]) => !again.has(question));
  const isReadable = questionnaire.version === run.version;
  return {
    id,
    owner: run.owner,
    version: isReadable ? run.version : today.version,
    path: run.path,
    language: run.language,
    state: "asking",
    answers: Object.fromEntries(
      isReadable ? answers : answers.filter(([question]) => isStillAsked(question, today)),
    ),
    pending: { question: questions[0]?.id ?? "", revision: 0, misread: 0 },
    interruptions: 0,
    startedAt: at,
    updatedAt: at,
    setAside: run.setAside,
    roadmap: lines,
    followUp: overFollowUp,
    firstResult: firstResultOf(run),
    group: run.group,
    territory: run.territory,
    isCounted: run.isCounted,
    settled: run.settled,
  };
}

/** Codes are never given to something else: a question of the same id is the same question. */
function isStillAsked(id: string, { questions }: Questionnaire): boolean {
  return questions.some((question) => question.id === id);
}

function isUnknown({ answers }: DiagnosticRun, { id }: Question): boolean {
  return answers[id]?.kind === "unknown";
}

function questionsIn(condition: Condition): readonly string[] {
  if ("any" in condition) return condition.any.flatMap((one) => questionsIn(one));
  if ("all" in condition) return condition.all.flatMap((one) => questionsIn(one));
  return "question" in condition ? [condition.question] : [];
}

import { visibleAnswers } from "../../../diagnostic/visible-questions.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { RunAtHand } from "../run-at-hand.ts";

/** Completes a run: what was set aside is erased, and the result is given. */
export function complete({ run, questionnaire }: RunAtHand, context: TurnContext): Step {
  const { now, conversation } = context;
  const at = now.toISOString();
  const { before: _before, ...left } = run;
  const completed: DiagnosticRun = {
    ...left,
    answers: visibleAnswers(questionnaire, run.path, run.answers),
    state: "completed",
    language: conversation.language,
    pending: undefined,
    remindAt: undefined,
    interruptions: 0,
    updatedAt: at,
    completedAt: at,
  };
  return {
    mode: { kind: "diagnostic", talk: { kind: "result" } },
    replies: [],
    effects: [
      { kind: "diagnostic", act: { kind: "keep-run", run: completed } },
      { kind: "diagnostic", act: { kind: "give-result", run: completed } },
    ],
    conversation: { unclearInARow: 0 },
  };
}

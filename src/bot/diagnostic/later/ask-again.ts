import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { say } from "../../../model/reply.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { diagnosticPrompt } from "../diagnostic-prompt.ts";
import { followedRun, type Followed } from "./followed-run.ts";
import { miniRun, questionsToAskAgain } from "./mini-run.ts";

/** A run that has no id yet: it gets one when it is written. */
const NO_ID = "";

/** Whether some questions may be asked again: something was done, and no other run is under way. */
export function canAskAgain(followed: Followed, { diagnostic }: TurnContext): boolean {
  const isBusy = diagnostic?.run?.state === "asking" || diagnostic?.run?.state === "paused";
  return !isBusy && questionsToAskAgain(followed).length > 0;
}

/** Begins to ask only the questions behind what was done; the rest is answered as it was. */
export function askAgain(context: TurnContext): Step {
  const { tell, diagnostic, knowledge, now } = context;
  const followed = followedRun(context);
  if (!followed || !diagnostic || !canAskAgain(followed, context)) {
    return {
      mode: { kind: "idle" },
      replies: [say(tell("df-nothing-to-compare", { command: tell("dq-start-label") }))],
    };
  }
  const questions = questionsToAskAgain(followed);
  const today = knowledge.library.questionnaire;
  const run = miniRun(followed, questions, { id: NO_ID, now, today });
  const talk = { kind: "question" } as const;
  const seen = { ...context, diagnostic: viewWith(run, context, diagnostic) };
  const begin = say(
    tell(questions.length === 1 ? "df-compare-begin-one" : "df-compare-begin", {
      count: questions.length,
    }),
  );
  return {
    mode: { kind: "diagnostic", talk },
    replies: [begin, diagnosticPrompt(talk, seen)],
    effects: [{ kind: "diagnostic", act: { kind: "ask-again", run } }],
  };
}

function viewWith(
  run: DiagnosticRun,
  { knowledge }: TurnContext,
  view: NonNullable<TurnContext["diagnostic"]>,
): NonNullable<TurnContext["diagnostic"]> {
  const { library } = knowledge;
  const earlier = [...(view.run?.state === "completed" ? [view.run] : []), ...view.earlier];
  const known = view.others.get(run.version);
  return { ...view, run, earlier, questionnaire: known ?? library.questionnaire };
}

import type { ReplyDraft } from "../../../model/reply.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { pressEarlier } from "./change-earlier.ts";
import { complete } from "./complete.ts";
import { followCommand } from "./follow-command.ts";
import { foundUnfinished, isStale } from "./found-unfinished.ts";
import { isClearQuestion, isForOthers } from "../is-for-others.ts";
import { loseRun } from "./lose-run.ts";
import { recapChoices, recapDraft } from "./recap-draft.ts";
import { resume } from "./resume.ts";
import { runAtHand } from "../run-at-hand.ts";
import type { Manner, TalkOf } from "../talk-of.ts";
import { wentOnElsewhere } from "./went-on-elsewhere.ts";

/** Every answer in short: is it right? */
export function recapPrompt(_talk: TalkOf<"recap">, context: TurnContext): ReplyDraft {
  return recapDraft(context, []);
}

/** Reads whether the answers are right, or which is to change. */
export function replyToRecap(
  text: string,
  _talk: TalkOf<"recap">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const at = runAtHand(context);
  const command = readDiagnosticCommand(text);
  if (!at)
    return command?.kind === "erase" ? followCommand(command, at, context) : loseRun(context);
  const isElsewhere = wentOnElsewhere(context);
  if (manner === "pressed-before" || (manner === "pressed" && isElsewhere)) {
    return pressEarlier(text, at, context);
  }
  if (isForOthers(text, context)) return undefined;
  // Their numbers are those of the questions.
  const named = /\d/u.test(text) ? undefined : readChoice(text, recapChoices(context))?.value;
  if (named === "pause" || named === "back") return followCommand({ kind: named }, at, context);
  const isRight =
    named === "finish" ||
    command?.kind === "finish" ||
    command?.kind === "report" ||
    command?.kind === "keep" ||
    readAssent(text) === "yes";
  if (isRight && manner === "typed" && isStale(context)) return foundUnfinished(context);
  if (isElsewhere && isRight) return resume(context);
  if (isRight) return complete(at, context);
  if (command) return followCommand(command, at, context);
  if (manner === "pressed") return pressEarlier(text, at, context);
  const isQuestion = text.includes("?") || isClearQuestion(text, context);
  return isQuestion
    ? undefined
    : { replies: [recapDraft(context, [context.tell("dq-recap-unclear")])] };
}

import { say } from "../../../model/reply.ts";
import type { Effect } from "../../../model/turn.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { questionDraft } from "./question-prompt.ts";
import { runAtHand } from "../run-at-hand.ts";

/** Says something; where a question waits, asks it again below. */
export function withQuestion(
  words: string,
  context: TurnContext,
  effects: readonly Effect[] = [],
): Step {
  const { mode } = context.conversation;
  const isAsking = mode.kind === "diagnostic" && mode.talk.kind === "question";
  const pending = isAsking ? runAtHand(context)?.pending : undefined;
  const replies = pending ? [say(words), questionDraft(context, [])] : [say(words)];
  return { replies, effects, conversation: { unclearInARow: 0 } };
}

import { DAY_MS } from "../../../model/durations.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { unfinishedPrompt } from "./unfinished.ts";

/** Whether so long was said nothing that what is said now answers nothing: a day. Source: CONVERSATION.md, 8. */
export function isStale({ conversation, now }: TurnContext): boolean {
  return now.getTime() - Date.parse(conversation.updatedAt) > DAY_MS;
}

/** Asks what is to become of a run that was left. */
export function foundUnfinished(context: TurnContext): Step {
  const talk = { kind: "found-unfinished" } as const;
  return { mode: { kind: "diagnostic", talk }, replies: [unfinishedPrompt(talk, context)] };
}

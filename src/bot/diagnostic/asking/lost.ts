import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";
import { offerChoices } from "./offer-choices.ts";

/**
 * What is said where a run should go on and cannot: its answers are gone, as those nobody wanted kept, or its
 * questions can no longer be read. To start again is offered.
 */
export function lostDraft(context: TurnContext): ReplyDraft {
  const { tell, diagnostic } = context;
  const phrase = diagnostic?.isUnreadable ? "dq-unreadable" : "dq-lost";
  return say(tell(phrase), offerChoices(context));
}

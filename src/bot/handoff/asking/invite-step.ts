import { say } from "../../../model/reply.ts";
import { anybody } from "../../coordination/speaker.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { lastAsked, openDraft } from "./open-draft.ts";

/**
 * « transmettre », said of a message: one's own opens its draft; of somebody else's, a mediator has that person
 * asked. Without a message it is one's last question. Undefined where nothing tells what is meant.
 */
export function invite(view: HandoffView, context: TurnContext): Step | undefined {
  const { heard, tell, speaker = anybody } = context;
  const { from, text = "", id = "" } = heard?.repliesTo ?? {};
  if (from === undefined) {
    // A reply to one of ours, or to nothing: in a room that says too little.
    return speaker.isDirect ? openDraft(lastAsked(context), view, context) : undefined;
  }
  if (from === heard?.from) {
    return openDraft({ question: text, because: "asked" }, view, context);
  }
  const mayInvite = speaker.roles.some((role) => role !== "asker");
  if (!mayInvite) return { replies: [say(tell("ha-invite-not-yours"))] };
  if (text.trim() === "") return { replies: [say(tell("ha-invite-no-words"))] };
  const act = { kind: "invite", person: from, text, message: id } as const;
  return { replies: [], effects: [{ kind: "handoff", act }] };
}

import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";

/** That a person can be asked too, with the one button that proposes it. */
export function startDraft({ tell }: TurnContext): ReplyDraft {
  const label = tell("ha-start-label");
  return say(tell("ha-start-too"), [{ label, value: `say:${label}` }]);
}

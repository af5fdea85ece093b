import type { HandoffTalk } from "../../../model/handoff-talk.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import { readConfirmation } from "../../../understanding/read-confirmation.ts";
import type { Step, TurnContext } from "../../turn-context.ts";

type Confirming = Extract<HandoffTalk, { kind: "confirm-withdraw" | "confirm-erase" }>;

/** What is asked before something that cannot be undone. */
export function confirmDraft(
  talk: Confirming,
  request: Request,
  { tell }: TurnContext,
): ReplyDraft {
  const kind = talk.kind === "confirm-erase" ? "erase" : "withdraw";
  return say(tell(`ha-sure-${kind}`, { number: numberOf(request) }), [
    { label: tell(`ha-yes-${kind}`), value: "yes" },
    { label: tell("ha-keep-request"), value: "no" },
  ]);
}

/** Reads whether they are sure; anything else leaves the request as it is. */
export function replyToConfirm(
  text: string,
  talk: Confirming,
  request: Request,
  context: TurnContext,
): Step | undefined {
  const { tell } = context;
  const { choices } = confirmDraft(talk, request, context);
  const said = readChoice(text, choices)?.value ?? readConfirmation(text);
  if (said === undefined) return undefined;
  if (said !== "yes") return { mode: { kind: "idle" }, replies: [say(tell("ha-kept"))] };
  const kind = talk.kind === "confirm-erase" ? "erase-request" : "withdraw";
  return {
    mode: { kind: "idle" },
    replies: [],
    effects: [{ kind: "handoff", act: { kind, request: request.id } }],
  };
}

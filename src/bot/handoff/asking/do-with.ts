import { say } from "../../../model/reply.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { maskedWhole } from "./masked-draft.ts";
import { confirmDraft } from "./confirm-talk.ts";

/** What can be asked of one request. */
export type OnRequest = "withdraw" | "reopen" | "erase" | "add";

/** Does what is asked with one request; what cannot be undone is confirmed first. */
export function doWith(
  request: Request,
  wants: OnRequest,
  said: string,
  context: TurnContext,
): Step {
  switch (wants) {
    case "withdraw":
    case "erase": {
      const talk = { kind: `confirm-${wants}`, request: request.id } as const;
      return { mode: { kind: "handoff", talk }, replies: [confirmDraft(talk, request, context)] };
    }
    case "reopen":
      return {
        mode: { kind: "idle" },
        replies: [],
        effects: [{ kind: "handoff", act: { kind: "reopen", request: request.id } }],
      };
    case "add":
      return addTo(request, said, context);
  }
}

/** What is added is theirs to send: it goes like anything they type while somebody holds the request. */
function addTo(request: Request, said: string, { tell }: TurnContext): Step {
  const number = numberOf(request);
  // It is not shown before it goes: whoever reads it may not be known yet.
  const text = maskedWhole(said, tell);
  if (text === "") return { replies: [say(tell("ha-add-what", { number }))] };
  const phrase = text === said.trim() ? "ha-added" : "ha-added-masked";
  return {
    replies: [say(tell(phrase, { number }))],
    effects: [{ kind: "handoff", act: { kind: "relay", request: request.id, text } }],
  };
}

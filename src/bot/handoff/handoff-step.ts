import type { HandoffTalk } from "../../model/handoff-talk.ts";
import { say } from "../../model/reply.ts";
import { readEmergency } from "../../understanding/handoff/read-emergency.ts";
import { anybody } from "../coordination/speaker.ts";
import type { Manner } from "../diagnostic/talk-of.ts";
import { findGlobalWord } from "../global-words.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { askedStep } from "./asking/asked-step.ts";
import { replyToConfirm } from "./asking/confirm-talk.ts";
import { replyToConsent } from "./asking/consent-talk.ts";
import { replyToDetail } from "./asking/detail-talk.ts";
import { heardIn } from "./asking/is-served.ts";
import { replyToMissing, replyToName } from "./asking/name-talk.ts";
import { heldHere } from "./asking/own-requests.ts";
import { inDistress } from "./asking/open-draft.ts";
import { replyToAdviser, replyToForWhom } from "./asking/relay-step.ts";
import { commandStep, withoutRequests } from "./asking/request-commands.ts";
import { replyToWhich } from "./asking/which-talk.ts";
import type { HandoffView } from "./handoff-view.ts";
import { adviserStep } from "./team/adviser-step.ts";

/**
 * Reads a message as something about questions given to people: an answer to what the hand-off asks, or a command
 * (« mes demandes », « annuler A-127 »). Undefined when it is something else; what is for the adviser who holds a
 * request is read after every command: see `relayStep`.
 */
export function handoffStep(text: string, context: TurnContext, manner: Manner): Step | undefined {
  const { conversation, speaker = anybody } = context;
  const { mode } = conversation;
  const isWritten = mode.kind === "drafting" || mode.kind === "importing";
  if (isWritten && manner === "typed") return undefined;
  const view = heardIn(context);
  if (!view) return withoutRequests(text, context);
  const replied = manner === "typed" ? replyToAdviser(text, view, context) : undefined;
  if (replied) return replied;
  const isTalking = mode.kind === "handoff" && manner !== "pressed-before";
  const inTalk = isTalking ? replyInTalk(text, mode.talk, view, context) : undefined;
  if (inTalk) return inTalk;
  if (speaker.isDirect) {
    const asked = askedStep(text, view, context, manner);
    if (asked) return asked;
  }
  const own = adviserStep(text, context);
  if (own) return own;
  const command = commandStep(text, view, context, manner);
  if (command) return command;
  const isDistress = manner === "typed" && readEmergency(text) === "distress";
  // While somebody holds a request they read it too: see `relayStep`.
  return isDistress &&
    !findGlobalWord(text, context.knowledge.library) &&
    heldHere(context).length === 0
    ? inDistress(context)
    : undefined;
}

function replyInTalk(
  text: string,
  talk: HandoffTalk,
  view: HandoffView,
  context: TurnContext,
): Step | undefined {
  switch (talk.kind) {
    case "consent":
      return replyToConsent(text, talk, view, context);
    case "editing":
    case "territory":
    case "theme":
      return replyToDetail(text, talk, view, context);
    case "name":
      return replyToName(text, talk, context);
    case "missing":
      return replyToMissing(text, talk, context);
    case "for-whom":
      return replyToForWhom(text, talk, view, context);
    case "confirm-withdraw":
    case "confirm-erase": {
      const request = view.requests.find(({ id }) => id === talk.request);
      return request
        ? replyToConfirm(text, talk, request, context)
        : { mode: { kind: "idle" }, replies: [say(context.tell("choice-gone"))] };
    }
    case "which":
      return replyToWhich(text, talk, view, context);
  }
}

import type { HandoffTalk } from "../../model/handoff-talk.ts";
import { say, type ReplyDraft } from "../../model/reply.ts";
import type { TurnContext } from "../turn-context.ts";
import { confirmDraft } from "./asking/confirm-talk.ts";
import { consentDraft } from "./asking/consent-prompt.ts";
import { detailDraft } from "./asking/detail-talk.ts";
import { missingDraft } from "./asking/name-talk.ts";
import { draftOf, wordsOfDraft } from "./asking/own-requests.ts";
import { forWhomDraft } from "./asking/relay-step.ts";
import { whichDraft, whichOf } from "./asking/which-talk.ts";

/** What is said on entering a talk of the hand-off, or on coming back to it, with its choices. */
export function handoffPrompt(talk: HandoffTalk, context: TurnContext): ReplyDraft {
  const { handoff: view, tell } = context;
  // What it was about is gone.
  const gone = say(tell("choice-gone"));
  if (!view) return gone;
  switch (talk.kind) {
    case "consent": {
      const draft = draftOf(view, talk.request);
      return draft ? consentDraft(draft, wordsOfDraft(view, draft), talk, context) : gone;
    }
    case "editing":
    case "territory":
    case "theme": {
      const draft = draftOf(view, talk.request);
      return draft ? detailDraft(talk, wordsOfDraft(view, draft), context) : gone;
    }
    case "name":
      return say(tell("ha-which-name"));
    case "missing":
      return missingDraft(context);
    case "for-whom":
      return forWhomDraft(talk, view, context);
    case "confirm-withdraw":
    case "confirm-erase": {
      const request = view.requests.find(({ id }) => id === talk.request);
      return request ? confirmDraft(talk, request, context) : gone;
    }
    case "which":
      return whichDraft(whichOf(talk, view), context);
  }
}

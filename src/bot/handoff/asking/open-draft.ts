import { say, type ReplyDraft } from "../../../model/reply.ts";
import { readEmergency, type Emergency } from "../../../understanding/handoff/read-emergency.ts";
import { tellsSomething } from "../../../understanding/handoff/tells-something.ts";
import { anybody } from "../../coordination/speaker.ts";
import { answerInPassing } from "../../answer-intent.ts";
import { wordsIn } from "../../question-words.ts";
import type { Request } from "../../../model/request.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { consentDraft } from "./consent-prompt.ts";
import { newDraft, withQuestion, type Drafting } from "./draft-request.ts";
import { limitOf } from "./limits.ts";
import { namesShown, withoutSecrets } from "./masked-draft.ts";
import { wordsOfDraft } from "./own-requests.ts";

/**
 * Proposes to give a question to people: its exact words are shown first. In a room that others read, it is
 * proposed in private. What cannot wait is answered first; distress and danger are answered alone.
 */
export function openDraft(drafting: Drafting, view: HandoffView, context: TurnContext): Step {
  const { tell, speaker = anybody } = context;
  const question = tellsSomething(drafting.question) ? withoutSecrets(drafting.question, tell) : "";
  const emergency = readEmergency(question);
  if (emergency === "distress") return inDistress(context);
  const limit = limitOf(view, context);
  if (!limit && question === "" && speaker.isDirect && waitingDraft(view))
    return showDraft(view, context);
  if (limit)
    return speaker.isDirect
      ? limit
      : { replies: [say(tell("ha-in-private"))], apart: limit.replies };
  const draft = draftToUse({ ...drafting, question }, view, context);
  const keeping = { kind: "handoff", act: { kind: "keep-draft", draft, text: question } } as const;
  const first = urgent(emergency, context);
  if (!speaker.isDirect) {
    const label = tell("ha-start-label");
    const below = say(tell("ha-here"), [{ label, value: `say:${label}` }]);
    return { replies: [say(tell("ha-in-private"))], apart: [...first, below], effects: [keeping] };
  }
  const settled = { unclearInARow: 0 };
  if (question === "") {
    return {
      mode: { kind: "handoff", talk: { kind: "editing", request: draft.id } },
      replies: [...first, say(tell("ha-which-question"), [noThanks(context)])],
      effects: [keeping],
      conversation: settled,
    };
  }
  const shown = namesShown(question, {}, tell);
  const talk = { kind: "consent", request: draft.id, shown } as const;
  return {
    mode: { kind: "handoff", talk },
    replies: [...first, consentDraft(draft, question, talk, context)],
    effects: [keeping],
    conversation: settled,
  };
}

/** A draft that was begun is shown again, as it was left; without one, one is begun. */
export function showDraft(view: HandoffView, context: TurnContext): Step {
  const { speaker = anybody } = context;
  const draft = waitingDraft(view);
  if (!draft || !speaker.isDirect) return openDraft(lastAsked(context), view, context);
  const words = wordsOfDraft(view, draft);
  const shown = namesShown(words, {}, context.tell);
  const talk = { kind: "consent", request: draft.id, shown } as const;
  return { mode: { kind: "handoff", talk }, replies: [consentDraft(draft, words, talk, context)] };
}

/** A draft that was begun and holds words, if any. */
export function waitingDraft(view: HandoffView): Request | undefined {
  return view.requests.find(
    (request) => request.state.kind === "draft" && wordsOfDraft(view, request) !== "",
  );
}

/** What they asked last, as far as it is remembered. */
export function lastAsked({ conversation }: TurnContext): Drafting {
  const { mode } = conversation;
  const question = wordsIn(mode);
  const intent = mode.kind === "answered" || mode.kind === "explaining" ? mode.intent : undefined;
  const because =
    mode.kind === "explaining" ? "disliked" : mode.kind === "not-known" ? "unknown" : "asked";
  return { question, because, intent: question === "" ? undefined : intent };
}

/** No queue: who can help now, and a human sentence. */
export function inDistress({ tell }: TurnContext): Step {
  return { replies: [say(tell("ha-distress"))] };
}

/** One draft of their own at a time: the one that was begun takes the new words. */
function draftToUse(drafting: Drafting, view: HandoffView, context: TurnContext) {
  const begun = view.requests.find(
    ({ state, because }) => state.kind === "draft" && because !== "mediator",
  );
  const fresh = newDraft(drafting, context);
  if (!begun) return fresh;
  const { id, revision, messages, asker } = begun;
  const other = { ...fresh, id, revision, messages, asker };
  return drafting.question === "" ? other : withQuestion(other, drafting.question, context);
}

/** The pages of what has just happened, before anything else. */
function urgent(emergency: Emergency | undefined, context: TurnContext): readonly ReplyDraft[] {
  if (emergency === undefined || emergency === "distress") return [];
  const intent = pageFor[emergency];
  const { mode } = context.conversation;
  // It stands just above already.
  if ("intent" in mode && mode.intent === intent) return [];
  return answerInPassing(intent, "", context).replies;
}

const pageFor: Readonly<Record<Exclude<Emergency, "distress">, string>> = {
  hacked: "security.hacked",
  money: "security.phishing",
  leak: "data.breach",
};

function noThanks({ tell }: TurnContext) {
  return { label: tell("ha-no-thanks"), value: "no" };
}

import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import type { HandoffTalk } from "../../../model/handoff-talk.ts";
import type { IntentId } from "../../../model/library.ts";
import type { Request } from "../../../model/request.ts";
import { readAttendance } from "../../../understanding/read-attendance.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import { readSheetRequest } from "../../../understanding/read-sheet-request.ts";
import { readSignUp } from "../../../understanding/read-sign-up.ts";
import { readAskerWords } from "../../../understanding/handoff/read-asker-words.ts";
import { readEmergency } from "../../../understanding/handoff/read-emergency.ts";
import { answerQuestions } from "../../answer-question.ts";
import { isCourtesy } from "../../courtesy.ts";
import { findGlobalWord } from "../../global-words.ts";
import { choicesOf } from "../../mode-prompt.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import type { HandoffView } from "../handoff-view.ts";
import { withoutSecrets } from "./masked-draft.ts";
import { whoAnswers } from "./my-requests.ts";
import { heldHere, heldWords } from "./own-requests.ts";
import { askWhich } from "./which-talk.ts";

/**
 * While somebody holds a request, what its asker types in private goes to them, unless it is something the
 * assistant obeys or waits for; undefined then. Read after every command. Source: HANDOFF.md, 7.4.
 */
export function relayStep(text: string, context: TurnContext): Step | undefined {
  const { handoff } = context;
  const [held, ...others] = heldHere(context);
  if (!handoff || !held || isForUs(text, context)) return undefined;
  if (others.length > 0) {
    if (isOurs(sureIntent(text, context))) return undefined;
    const step = askWhich([held, ...others], "relay", context);
    return { ...step, effects: [holding(held, text, context)] };
  }
  // A yes or a no answers who spoke last, whatever it is likened to.
  const intent = readAssent(text) === undefined ? intentOfNew(text, held, context) : undefined;
  if (intent === undefined) return relayed(held, text, context);
  if (isOurs(intent)) return undefined;
  const position = held.messages;
  const talk = { kind: "for-whom", request: held.id, position } as const;
  return {
    mode: { kind: "handoff", talk },
    replies: [forWhomDraft(talk, handoff, context)],
    effects: [holding(held, text, context)],
  };
}

/**
 * A reply to what came from who holds a request is theirs, whatever else waits for words; a command said in so many
 * words is ours all the same.
 */
export function replyToAdviser(
  text: string,
  view: HandoffView,
  context: TurnContext,
): Step | undefined {
  const answered = repliedTo(view, context);
  if (!answered || readAskerWords(text) || findGlobalWord(text, context.knowledge.library))
    return undefined;
  const { mode } = context.conversation;
  // What waits goes on waiting.
  return { ...relayed(answered, text, context), mode };
}

/** What comes with files goes to who holds the request: the assistant reads none. */
export function relayFiles(text: string, context: TurnContext): Step | undefined {
  const { heard, handoff } = context;
  if ((heard?.files ?? []).length === 0 || !handoff) return undefined;
  const [held] = heldHere(context);
  const request = repliedTo(handoff, context) ?? held;
  return request && relayed(request, text.trim(), context);
}

/** « C'est pour Camille, ou une autre question pour moi ? » */
export function forWhomDraft(
  { request: id }: Extract<HandoffTalk, { kind: "for-whom" }>,
  view: HandoffView,
  context: TurnContext,
): ReplyDraft {
  const { tell } = context;
  const request = view.requests.find((one) => one.id === id);
  // « Une conseillère » could be any of them.
  const who = request?.showsAdviser ? whoAnswers(request, view, context) : tell("ha-who-answers");
  return say(tell("ha-for-whom", { who }), forWhomChoices(who, context));
}

function forWhomChoices(who: string, { tell }: TurnContext): readonly Choice[] {
  return [
    { label: tell("ha-for-adviser", { who }), value: "adviser" },
    { label: tell("ha-for-assistant"), value: "assistant" },
  ];
}

/** Reads whom the words that wait are for; another message than that leaves them to the adviser. */
export function replyToForWhom(
  text: string,
  talk: Extract<HandoffTalk, { kind: "for-whom" }>,
  view: HandoffView,
  context: TurnContext,
): Step | undefined {
  const value =
    readChoice(text, forWhomDraft(talk, view, context).choices)?.value ?? whoMeant(text);
  const words = heldWords(view, talk.request)?.text;
  if (value === undefined || words === undefined) return undefined;
  const isForAdviser = value === "adviser";
  const act = { kind: "settle-held", request: talk.request, isForAdviser } as const;
  const effect = { kind: "handoff", act } as const;
  if (isForAdviser) return { mode: { kind: "idle" }, replies: [], effects: [effect] };
  const { conversation, knowledge } = context;
  const { questions } = knowledge.understand(words, {
    language: conversation.language,
    previousIntent: conversation.lastIntent,
  });
  const step = answerQuestions(questions, context);
  return {
    ...step,
    mode: step.mode ?? { kind: "idle" },
    effects: [...(step.effects ?? []), effect],
  };
}

function whoMeant(text: string): string | undefined {
  const said = text.trim().toLowerCase();
  if (
    /^(?:pour |c'est pour |for )?(?:vous|toi|you|le bot|the bot|l'assistant|the assistant)$/u.test(
      said,
    )
  )
    return "assistant";
  if (
    /^(?:pour |c'est pour |for )?(?:elle|lui|la conseillère|le conseiller|her|him|them|the adviser)$/u.test(
      said,
    )
  )
    return "adviser";
  return undefined;
}

function relayed({ id }: Request, text: string, context: TurnContext): Step {
  const { tell } = context;
  const isDistress = readEmergency(text) === "distress";
  const words = withoutSecrets(text, tell);
  return {
    mode: { kind: "idle" },
    replies: [
      // Somebody may read it in hours only.
      ...(isDistress ? [say(tell("ha-distress"))] : []),
      ...(words === text.trim() ? [] : [say(tell("ha-masked-secret"))]),
    ],
    effects: [{ kind: "handoff", act: { kind: "relay", request: id, text: words } }],
  };
}

function holding({ id }: Request, text: string, { tell }: TurnContext) {
  const words = withoutSecrets(text, tell);
  return { kind: "handoff", act: { kind: "hold-words", request: id, text: words } } as const;
}

/** What the assistant obeys at any time, or waits for. */
function isForUs(text: string, context: TurnContext): boolean {
  const { mode } = context.conversation;
  if (isAboutSeats(text)) return true;
  if (mode.kind === "drafting" || mode.kind === "importing") return true;
  const isConfirming = mode.kind === "confirming-forget" || mode.kind === "confirming-restart";
  if (isConfirming && readAssent(text) !== undefined) return true;
  const choices = mode.kind === "handoff" ? [] : choicesOf(mode, context);
  return readChoice(text, choices) !== undefined;
}

/** A seat, a sheet, who came: what is said of workshops in so many words. */
export function isAboutSeats(text: string): boolean {
  return (readSignUp(text) ?? readSheetRequest(text) ?? readAttendance(text)) !== undefined;
}

/** What is understood for sure, and is not of what they asked somebody; a courtesy is theirs. */
function intentOfNew(text: string, held: Request, context: TurnContext): IntentId | undefined {
  const intent = sureIntent(text, context);
  if (intent === undefined || isCourtesy(intent)) return undefined;
  return intent.split(".")[0] === held.theme ? undefined : intent;
}

/** The programme, and what only the assistant does, at any time; a complaint is theirs. Source: HANDOFF.md, 7.4. */
function isOurs(intent: IntentId | undefined): boolean {
  if (intent === undefined || isCourtesy(intent) || intent === "bot.dissatisfied") return false;
  return intent.startsWith("workshop.") || intent.startsWith("bot.");
}

function sureIntent(
  text: string,
  { knowledge, conversation: { language } }: TurnContext,
): IntentId | undefined {
  const [question] = knowledge.understand(text, { language, previousIntent: undefined }).questions;
  return question?.decision === "sure" ? question.candidates[0]?.intent : undefined;
}

/** The held request whose message is answered, when one is. */
function repliedTo(view: HandoffView, context: TurnContext): Request | undefined {
  const id = context.heard?.repliesTo?.id;
  if (id === undefined) return undefined;
  return heldHere(context).find((request) =>
    view.said
      .get(request.id)
      ?.some(({ shownAs, sourceId, alsoShownAs = [] }) =>
        [shownAs, sourceId, ...alsoShownAs].includes(id),
      ),
  );
}

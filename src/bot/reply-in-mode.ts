import type { Mode } from "../model/conversation.ts";
import { say, type Choice } from "../model/reply.ts";
import type { Effect } from "../model/turn.ts";
import { readAssent } from "../understanding/read-assent.ts";
import { readChoice } from "../understanding/read-choice.ts";
import { answerIntent, people } from "./answer-intent.ts";
import { replyInImport } from "./coordination/importing.ts";
import { replyInDraft } from "./coordination/reply-in-draft.ts";
import { resume } from "./diagnostic/asking/resume.ts";
import { runAtHand } from "./diagnostic/run-at-hand.ts";
import { servedIn } from "./handoff/asking/is-served.ts";
import { openDraft } from "./handoff/asking/open-draft.ts";
import { choicesOf } from "./mode-prompt.ts";
import type { Step, TurnContext } from "./turn-context.ts";

/** Reads a message as the answer to what the mode waits for; undefined when it is something else. */
export function replyInMode(text: string, context: TurnContext): Step | undefined {
  const { mode } = context.conversation;
  if (mode.kind === "drafting") return replyInDraft(text, mode.draft, context);
  if (mode.kind === "importing") return replyInImport(text, mode, context);
  // Read already: see `diagnosticStep` and `handoffStep`.
  if (mode.kind === "diagnostic" || mode.kind === "handoff") return undefined;
  const choices = choicesOf(mode, context);
  const value = readChoice(text, choices)?.value ?? assentValue(text, mode, choices);
  if (value === undefined) return isNumber(text) ? outOfChoices(context) : undefined;
  if (value === "again") return outOfChoices(context);
  if (value === "leave") return leave(context);
  // Words about seats are read as such, whatever waits.
  if (value.startsWith("say:")) return undefined;
  if (value.startsWith("ask:")) {
    const intent = value.slice("ask:".length);
    const question = mode.kind === "choosing" ? mode.question : "";
    return {
      ...answerIntent(intent, question, context),
      outcome: { decision: "answer", intents: [intent], confidence: 1, candidates: [] },
    };
  }
  switch (mode.kind) {
    case "idle":
    case "rephrasing":
    case "seats":
      if (value === "yes") return { replies: [say(context.tell("listening"))] };
      // "Non, pas ça" refuses what was shown: whoever says it stays.
      return isBareRefusal(text) || isPoliteRefusal(text)
        ? answerIntent("bot.goodbye", "", context)
        : { mode: { kind: "rephrasing", question: "" }, replies: [say(context.tell("rephrase"))] };
    case "answered":
      return judge(value === "useful", mode, context);
    case "choosing":
      return noneOfThese(mode.question, context);
    case "not-known":
      return answerIntent(value === "people" ? "bot.human" : "bot.help", "", context);
    case "explaining":
      return noteDislike(value, mode, context);
    case "confirming-forget":
      return value === "yes"
        ? { mode: { kind: "idle" }, replies: [], effects: [{ kind: "forget-me" }] }
        : keepAll(context);
    case "confirming-restart":
      return confirmRestart(value === "yes", context);
  }
}

/** Yes and no, where the mode has a place for them. */
function assentValue(text: string, mode: Mode, choices: readonly Choice[]): string | undefined {
  const assent = readAssent(text);
  if (assent === undefined) return undefined;
  switch (mode.kind) {
    case "answered":
      if (assent === "yes") return "useful";
      return isPoliteRefusal(text) ? "leave" : "not-useful";
    case "choosing":
      // With one need proposed, yes is that need; with several it says nothing.
      if (assent === "no") return "none";
      return choices.length === 2 ? choices[0]?.value : "again";
    case "confirming-forget":
    case "confirming-restart":
      return assent;
    case "not-known":
      return assent === "yes" ? "people" : "leave";
    case "explaining":
      return assent === "no" ? "leave" : "again";
    case "idle":
    case "seats":
    case "drafting":
    case "importing":
    case "diagnostic":
    case "handoff":
      return assent;
    case "rephrasing":
      return assent === "no" ? "leave" : assent;
  }
}

/** "Non merci" declines what is offered; it does not judge the answer. */
function isPoliteRefusal(text: string): boolean {
  return /\b(?:merci|thanks|thank you)\b/i.test(text);
}

/** "Non" alone, at a moment when nothing is asked, ends the talk. */
function isBareRefusal(text: string): boolean {
  return /^(?:\P{L}*\b(?:non|nan|nn|no|nope)\b\P{L}*)+$/iu.test(text) || !/\p{L}/u.test(text);
}

function isNumber(text: string): boolean {
  return /^\s*\d{1,3}\s*[.)]?\s*$/.test(text);
}

/** A number that names no choice, or a yes to several: what waits is shown again. */
function outOfChoices(context: TurnContext): Step {
  const { mode } = context.conversation;
  const choices = choicesOf(mode, context);
  if (choices.length === 0) return { replies: [say(context.tell("choice-gone"))] };
  return { replies: [say(context.tell("clarify-again"), choices)] };
}

/** Nothing is forgotten; a question of the diagnostic that waited is asked again. */
function keepAll(context: TurnContext): Step {
  const kept = say(context.tell("forget-kept"));
  if (runAtHand(context)?.run.state !== "asking")
    return { mode: { kind: "idle" }, replies: [kept] };
  const step = resume(context);
  return { ...step, replies: [kept, ...step.replies] };
}

function leave({ tell }: TurnContext): Step {
  return { mode: { kind: "idle" }, replies: [say(tell("cancelled"))] };
}

function judge(
  isUseful: boolean,
  { intent, question }: Extract<Mode, { kind: "answered" }>,
  context: TurnContext,
): Step {
  const effects: Effect[] = [{ kind: "judge-answer", intent, isUseful }];
  if (isUseful) {
    return { mode: { kind: "idle" }, replies: [say(context.tell("useful-thanks"))], effects };
  }
  const mode = { kind: "explaining", intent, question } as const;
  return { mode, replies: [say(context.tell("dislike-why"), choicesOf(mode, context))], effects };
}

function noneOfThese(question: string, { tell, conversation }: TurnContext): Step {
  return {
    mode: { kind: "rephrasing", question },
    replies: [say(tell("rephrase"))],
    effects: [
      { kind: "keep-question", question, because: "unknown", intent: undefined, why: undefined },
    ],
    conversation: { unclearInARow: Math.max(1, conversation.unclearInARow) },
  };
}

/** Keeps what was wrong, then proposes another answer, or somebody. */
function noteDislike(
  why: string,
  { intent, question }: Extract<Mode, { kind: "explaining" }>,
  context: TurnContext,
): Step {
  const { conversation, knowledge, tell } = context;
  const effects: Effect[] = [{ kind: "keep-question", question, because: "disliked", intent, why }];
  const others = question === "" ? [] : otherNeeds(question, intent, context);
  if (others.length > 0) {
    const mode = { kind: "choosing", question, options: others } as const;
    const replies = [say(tell("dislike-others"), choicesOf(mode, context))];
    return { mode, replies, effects, conversation: { unclearInARow: 1 } };
  }
  const related = (knowledge.resource(intent)?.next ?? []).filter(
    (id) => id !== conversation.lastIntent && knowledge.resource(id) !== undefined,
  );
  if (why === "other-question" && related.length > 0) {
    const mode = { kind: "choosing", question, options: related } as const;
    return { mode, replies: [say(tell("dislike-others"), choicesOf(mode, context))], effects };
  }
  const served = servedIn(context);
  if (served) {
    const step = openDraft({ question, because: "disliked", intent }, served, context);
    return { ...step, effects: [...effects, ...(step.effects ?? [])] };
  }
  return {
    mode: { kind: "idle" },
    replies: [say(`${tell("dislike-person")}\n\n${people(context)}`)],
    effects,
  };
}

/** Below this confidence, 0..1, another reading of a question is no better than chance. */
const LIKELY_OTHER = 0.1;

/** The next best readings of a question whose answer was disliked, when there are likely ones. */
function otherNeeds(question: string, disliked: string, context: TurnContext): readonly string[] {
  const { language } = context.conversation;
  const { questions } = context.knowledge.understand(question, {
    language,
    previousIntent: undefined,
  });
  return (questions[0]?.candidates ?? [])
    .filter(({ confidence }) => confidence >= LIKELY_OTHER)
    .map(({ intent }) => intent)
    .filter((intent) => intent !== disliked && !intent.startsWith("bot."))
    .slice(0, 2);
}

function confirmRestart(isConfirmed: boolean, { tell }: TurnContext): Step {
  if (!isConfirmed) return { mode: { kind: "idle" }, replies: [say(tell("cancelled"))] };
  return {
    replies: [say(tell("restarted"))],
    conversation: { mode: { kind: "idle" }, trail: [], lastIntent: undefined, unclearInARow: 0 },
  };
}

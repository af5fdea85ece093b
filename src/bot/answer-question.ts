import { say, type ReplyDraft } from "../model/reply.ts";
import type { Effect, Outcome } from "../model/turn.ts";
import type { UnderstoodQuestion } from "../model/understanding.ts";
import { answerInPassing, answerIntent, people } from "./answer-intent.ts";
import { decideCourtesy, isCourtesy } from "./courtesy.ts";
import type { HandoffView } from "./handoff/handoff-view.ts";
import { servedIn } from "./handoff/asking/is-served.ts";
import { openDraft } from "./handoff/asking/open-draft.ts";
import { choicesOf, promptOf } from "./mode-prompt.ts";
import { quoteWords } from "./quote-words.ts";
import { tellsSomething } from "../understanding/handoff/tells-something.ts";
import { talkingIn, type Step, type TurnContext } from "./turn-context.ts";

/** How many needs are proposed when we are not sure. */
const MOST_OPTIONS = 3;

/** Answers what a message asks, in the order it was asked. */
export function answerQuestions(
  questions: readonly UnderstoodQuestion[],
  context: TurnContext,
): Step {
  const [only, ...others] = questions;
  if (!only) return notKnown("", context, undefined);
  if (others.length === 0) return answerOne(only, context, context.tell("clarify"));
  return answerSeveral(questions, context);
}

function answerOne(understood: UnderstoodQuestion, context: TurnContext, menuTitle: string): Step {
  const { question, candidates } = understood;
  const best = candidates[0];
  const decision = best ? decideCourtesy(understood, best) : "unknown";
  if (decision === "unsure") return clarify(understood, context, menuTitle);
  if (decision === "unknown" || !best) return notKnown(question, context, understood);
  const outcome = outcomeOf("answer", understood);
  return { ...answerIntent(best.intent, question, context), outcome };
}

function clarify(understood: UnderstoodQuestion, context: TurnContext, menuTitle: string): Step {
  const { conversation, tell } = context;
  const { question } = understood;
  const outcome = outcomeOf("clarify", understood);
  const unclearInARow = conversation.unclearInARow + 1;
  // One question with choices, never two in a row: then other words, then a person.
  if (conversation.unclearInARow === 0) {
    const mode = { kind: "choosing", question, options: outcome.intents } as const;
    const prompt = say(menuTitle, choicesOf(mode, context));
    return { mode, replies: [prompt], outcome, conversation: { unclearInARow } };
  }
  if (conversation.unclearInARow === 1 && conversation.mode.kind !== "rephrasing") {
    return {
      mode: { kind: "rephrasing", question },
      replies: [say(tell("rephrase"))],
      effects: [keep(question)],
      outcome,
      conversation: { unclearInARow },
    };
  }
  return notKnown(question, context, understood);
}

function notKnown(
  question: string,
  context: TurnContext,
  understood: UnderstoodQuestion | undefined,
): Step {
  const { conversation, tell } = context;
  const served =
    conversation.unclearInARow > 0 && tellsSomething(question) ? servedIn(context) : undefined;
  if (served) return givenToPeople(question, served, context, understood);
  const mode = { kind: "not-known", question } as const;
  const prompt = promptOf(mode, context);
  const replies: ReplyDraft[] =
    conversation.unclearInARow > 0
      ? [say(`${tell("unknown-again")}\n\n${people(context)}`)]
      : prompt
        ? [prompt]
        : [];
  return {
    mode: conversation.unclearInARow > 0 ? { kind: "idle" } : mode,
    replies,
    effects: question === "" ? [] : [keep(question)],
    outcome: outcomeOf("unknown", understood),
    conversation: { unclearInARow: conversation.unclearInARow > 0 ? 0 : 1 },
  };
}

/** Twice in a row we do not know: somebody may. */
function givenToPeople(
  question: string,
  served: HandoffView,
  context: TurnContext,
  understood: UnderstoodQuestion | undefined,
): Step {
  const step = openDraft({ question, because: "unknown" }, served, context);
  return {
    ...step,
    effects: [keep(question), ...(step.effects ?? [])],
    outcome: outcomeOf("unknown", understood),
    conversation: { ...step.conversation, unclearInARow: 0 },
  };
}

/** Each question in turn; the conversation goes on from the last one, the outcome sums them up. */
function answerSeveral(questions: readonly UnderstoodQuestion[], context: TurnContext): Step {
  let at = context;
  const replies: ReplyDraft[] = [];
  const effects: Effect[] = [];
  let last: Step = { replies: [] };
  for (const [index, understood] of questions.entries()) {
    const isLast = index === questions.length - 1;
    const asked = { question: quoteWords(understood.question) };
    // Only the last answer waits for a reply: two open questions would confuse.
    last = isLast
      ? answerOne(understood, at, at.tell("clarify-also", asked))
      : inPassing(understood, at);
    replies.push(...last.replies);
    effects.push(...(last.effects ?? []));
    at = talkingIn({ ...at.conversation, ...last.conversation }, at);
  }
  const outcomes = questions.map((understood) => outcomeOf(outcomeKind(understood), understood));
  const answered = outcomes.filter(({ decision }) => decision === "answer");
  const first = outcomes[0];
  return {
    ...last,
    // What waited before the message would take the reply to what is read last.
    mode: last.mode ?? { kind: "idle" },
    replies,
    effects,
    conversation: {
      ...last.conversation,
      ...(at.conversation.lastIntent === undefined
        ? {}
        : { lastIntent: at.conversation.lastIntent }),
    },
    outcome: {
      decision: answered.length > 0 ? "answer" : (first?.decision ?? "unknown"),
      intents: (answered.length > 0 ? answered : outcomes).flatMap(({ intents }) => intents),
      confidence: Math.min(...(answered.length > 0 ? answered : outcomes).map((o) => o.confidence)),
      candidates: first?.candidates ?? [],
    },
  };
}

/** A question before the last: answered when it is clear, else said not to be known, and the next one comes. */
function inPassing({ question, decision, candidates }: UnderstoodQuestion, at: TurnContext): Step {
  const [best] = candidates;
  if (decision === "sure" && best) return answerInPassing(best.intent, question, at);
  return {
    replies: [say(at.tell("unknown-part", { question: quoteWords(question) }))],
    effects: [keep(question)],
  };
}

function keep(question: string): Effect {
  return { kind: "keep-question", question, because: "unknown", intent: undefined, why: undefined };
}

function outcomeKind({ decision }: UnderstoodQuestion): Outcome["decision"] {
  switch (decision) {
    case "sure":
      return "answer";
    case "unsure":
      return "clarify";
    case "unknown":
      return "unknown";
  }
}

function outcomeOf(
  decision: Outcome["decision"],
  understood: UnderstoodQuestion | undefined,
): Outcome {
  const candidates = understood?.candidates ?? [];
  const intents = candidates.map(({ intent }) => intent);
  const offered = {
    answer: intents.slice(0, 1),
    clarify: intents.filter((intent) => !isCourtesy(intent)).slice(0, MOST_OPTIONS),
    unknown: [],
  };
  return {
    decision,
    intents: offered[decision],
    confidence: candidates[0]?.confidence ?? 0,
    candidates,
  };
}

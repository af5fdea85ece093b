import type { DiagnosticTalk } from "../../../model/diagnostic-talk.ts";
import { say, wordsOf } from "../../../model/reply.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { afterAside } from "../result/after-aside.ts";
import { atFinished } from "../result/finished-view.ts";
import { foundUnfinished, isStale } from "./found-unfinished.ts";
import { keeping } from "./go-on.ts";
import { answering, isLeftFor, shortened } from "./passing-answer.ts";
import { questionDraft } from "./question-prompt.ts";
import { recapDraft } from "./recap-draft.ts";
import { runAtHand, type RunAtHand } from "../run-at-hand.ts";

/** After so many questions in a row, they are left to read. Source: CONVERSATION.md, 6. */
const MOST_INTERRUPTIONS = 3;

/** What a question asked in the middle leads to: its answer, then what was asked, once. */
export function afterInterruption(led: Step, context: TurnContext): Step {
  const { mode } = context.conversation;
  const at = runAtHand(context);
  if (mode.kind !== "diagnostic") return led;
  const { talk } = mode;
  const step = context.diagnostic?.isUnkept === true ? withoutQuestion(led) : led;
  if (!isAsking(talk)) {
    return afterAside(step, talk, atFinished(context));
  }
  if (!at) return step;
  // A seat, or somebody to talk to, is seen to completely: then the run waits.
  if (isLeftFor(step)) return leaveForIt(step, at, context);
  if (isStale(context)) {
    const found = foundUnfinished(context);
    return {
      ...answering(step, context),
      ...found,
      replies: shortened(step, context, "dq-not-known"),
      below: found.replies,
    };
  }
  const interruptions = at.run.interruptions + 1;
  if (interruptions >= MOST_INTERRUPTIONS) {
    const { replies, ...rest } = step;
    const isAnswered = step.outcome === undefined || step.outcome.decision === "answer";
    // What is proposed instead of an answer is not waited for: nothing may announce it.
    const said = isAnswered
      ? replies.map((reply) => say(wordsOf({ ...reply, asks: "" }).trim()))
      : shortened(step, context, "dq-not-known");
    const left = say(context.tell("dq-leave-to-read"));
    const run = { ...at.run, interruptions: 0, state: "paused" } as const;
    return {
      ...rest,
      mode: { kind: "idle" },
      replies: said,
      below: [left],
      effects: [...(step.effects ?? []), keeping(run, context)],
    };
  }
  const asked = at.pending ? questionDraft : recapDraft;
  // Which of two answers was meant, or whether an earlier one is to change, is not asked any more.
  const back: DiagnosticTalk = { kind: at.pending ? "question" : "recap" };
  const isSame = talk.kind === back.kind && !("between" in talk);
  return {
    ...answering(step, context),
    ...(!isSame && { mode: { kind: "diagnostic", talk: back } }),
    replies: shortened(step, context, "dq-not-known"),
    below: [asked(context, [context.tell("dq-go-on")])],
    effects: [...(step.effects ?? []), keeping({ ...at.run, interruptions }, context)],
  };
}

/** What a command leads to that asks something itself, as of a workshop to announce: the run waits, and they know. */
export function leavingQuestions(step: Step, context: TurnContext): Step {
  const { mode } = context.conversation;
  const at = runAtHand(context);
  const isLeft = step.mode !== undefined && step.mode.kind !== "diagnostic";
  if (!at || !isLeft || mode.kind !== "diagnostic" || !isAsking(mode.talk)) return step;
  return {
    ...step,
    // First: what the command asks is read last.
    replies: [say(context.tell("dq-waits-for-this")), ...step.replies],
    effects: [...(step.effects ?? []), keeping({ ...at.run, state: "paused" }, context)],
  };
}

function isAsking({ kind }: DiagnosticTalk): boolean {
  return kind === "question" || kind === "recap" || kind === "change-earlier";
}

/** Whoever wants nothing kept leaves no question to the curators either. */
function withoutQuestion(step: Step): Step {
  return step.effects
    ? { ...step, effects: step.effects.filter(({ kind }) => kind !== "keep-question") }
    : step;
}

function leaveForIt(step: Step, { run }: RunAtHand, context: TurnContext): Step {
  return {
    ...step,
    mode: step.mode ?? { kind: "idle" },
    below: [say(context.tell("dq-waits"))],
    effects: [...(step.effects ?? []), keeping({ ...run, state: "paused" }, context)],
  };
}

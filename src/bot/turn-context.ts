import type { Conversation, Mode } from "../model/conversation.ts";
import type { Tell } from "../model/phrases.ts";
import type { ReplyDraft } from "../model/reply.ts";
import type { Effect, Outcome, Turn } from "../model/turn.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Speaker } from "./coordination/speaker.ts";
import { withoutWords } from "./question-words.ts";

/** What every part of a decision has in hand. */
export interface TurnContext {
  readonly conversation: Conversation;
  readonly knowledge: Knowledge;
  readonly now: Date;
  readonly tell: Tell;
  /** What they may do; without it, what anybody may. */
  readonly speaker?: Speaker | undefined;
}

/** How far "back" goes. */
const TRAIL_LENGTH = 5;

/** What a decision changes; what it leaves out stays as it is. */
export interface Step {
  readonly mode?: Mode;
  readonly replies: readonly ReplyDraft[];
  /** What they alone are to read, where the other replies are read by a room. */
  readonly apart?: readonly ReplyDraft[];
  readonly effects?: readonly Effect[];
  readonly outcome?: Outcome;
  readonly conversation?: Partial<Conversation>;
}

/** The context of a conversation as it stands. */
export function contextOf(
  conversation: Conversation,
  knowledge: Knowledge,
  now: Date,
): TurnContext {
  return { conversation, knowledge, now, tell: knowledge.tell(conversation.language) };
}

/** Turns a step into a whole turn; a new mode leaves the old one on the trail. */
export function takeStep({ conversation, now }: TurnContext, step: Step): Turn {
  const mode = step.mode ?? conversation.mode;
  const isLeft = step.mode !== undefined && canComeBackTo(conversation.mode);
  return {
    conversation: {
      ...conversation,
      trail: isLeft
        ? [...conversation.trail, withoutWords(conversation.mode)].slice(-TRAIL_LENGTH)
        : conversation.trail,
      mode,
      ...step.conversation,
      updatedAt: now.toISOString(),
    },
    replies: step.replies,
    ...(step.apart && { apart: step.apart }),
    effects: step.effects ?? [],
    outcome: step.outcome,
  };
}

/** Coming back to a confirmation could erase what was kept on purpose. */
function canComeBackTo({ kind }: Mode): boolean {
  const passing: readonly Mode["kind"][] = [
    "idle",
    "seats",
    "confirming-forget",
    "confirming-restart",
  ];
  return !passing.includes(kind);
}

import type { Conversation, Mode } from "../model/conversation.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Tell } from "../model/phrases.ts";
import type { ReplyDraft } from "../model/reply.ts";
import type { Effect, Outcome, Turn } from "../model/turn.ts";
import type { DiagnosticView } from "./diagnostic/diagnostic-view.ts";
import type { HandoffView } from "./handoff/handoff-view.ts";
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
  /** What is known of their diagnostics; without it, the diagnostic cannot be taken. */
  readonly diagnostic?: DiagnosticView | undefined;
  /** What is known of their questions to people; without it, none can be given. */
  readonly handoff?: HandoffView | undefined;
  /** Where it is said, what it answers and what comes with it, as far as it matters to people who answer. */
  readonly heard?: Heard | undefined;
}

/** What is known of a message beside its words. */
export type Heard = Partial<
  Pick<IncomingMessage, "address" | "from" | "repliesTo" | "files" | "edits">
>;

/** How far "back" goes. */
const TRAIL_LENGTH = 5;

/** What a decision changes; what it leaves out stays as it is. */
export interface Step {
  readonly mode?: Mode;
  readonly replies: readonly ReplyDraft[];
  /** What is to be read below what doing the effects tells. */
  readonly below?: readonly ReplyDraft[];
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

/** The same moment with the conversation as it is by now. */
export function talkingIn(conversation: Conversation, context: TurnContext): TurnContext {
  return { ...context, ...contextOf(conversation, context.knowledge, context.now) };
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
    ...(step.below && { below: step.below }),
    ...(step.apart && { apart: step.apart }),
    effects: step.effects ?? [],
    outcome: step.outcome,
  };
}

/** Coming back to a confirmation could erase what was kept on purpose; the diagnostic and the hand-off have ways back of their own. */
function canComeBackTo({ kind }: Mode): boolean {
  const passing: readonly Mode["kind"][] = [
    "idle",
    "seats",
    "confirming-forget",
    "confirming-restart",
    "diagnostic",
    "handoff",
  ];
  return !passing.includes(kind);
}

import type { BeforeTurn, Conversation } from "../model/conversation.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Reply } from "../model/reply.ts";
import { standingAfter } from "./address-replies.ts";
import type { Opening } from "./open-turn.ts";
import { sourceOf } from "./question-source.ts";
import { withoutWords, wordsIn } from "./question-words.ts";

/** What is remembered of a conversation after a turn, with what it takes to correct or forget that turn. */
export function closeTurn(
  decided: Conversation,
  turn: {
    readonly message: IncomingMessage;
    readonly opening: Opening;
    readonly replies: readonly Reply[];
  },
): Conversation {
  const { conversation: before, sentAt, said } = turn.opening;
  const { pressed, pressedOn } = turn.message;
  const question = wordsIn(decided.mode);
  const lastTurn = {
    message: said.hash,
    sentAt,
    shown: standingAfter(turn.replies),
    before: beforeTurn(before),
  };
  return {
    ...decided,
    wasToldOfPrivacy: true,
    questionFrom: question === "" ? undefined : sourceOf(question, before, said),
    askedBy: askedBy(decided, before, turn.replies),
    // A press is taken back by nobody: letting go of a button corrects nothing.
    lastTurn: pressed === undefined && pressedOn === undefined ? lastTurn : undefined,
  };
}

function beforeTurn(conversation: Conversation): BeforeTurn {
  const { language, mode, trail, lastIntent, unclearInARow } = conversation;
  const { wasToldOfPrivacy, questionFrom, askedBy: asking } = conversation;
  return {
    language,
    mode: withoutWords(mode),
    trail,
    lastIntent,
    unclearInARow,
    wasToldOfPrivacy,
    questionFrom,
    askedBy: asking,
  };
}

/** As many as are likely to be pressed on still. */
const MOST_ASKING = 8;

/** Where the mode stays, what asked before still does, and what is asked again as well. */
function askedBy(
  { mode }: Conversation,
  before: Conversation,
  replies: readonly Reply[],
): readonly string[] | undefined {
  const asking = replies.filter(({ choices }) => choices.length > 0).map(({ key }) => key);
  if (mode !== before.mode) return asking;
  return before.askedBy && [...before.askedBy, ...asking].slice(-MOST_ASKING);
}

import type { Conversation } from "../model/conversation.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import { eventHash } from "./handled-events.ts";
import type { Source } from "./question-source.ts";
import { withWords, wordsIn } from "./question-words.ts";

/** Where a turn starts. */
export interface Opening {
  readonly conversation: Conversation;
  /** The id of the message that is answered: of a correction, the message it corrects. */
  readonly subject: string;
  /** UTC instant (ISO 8601) the subject was sent. */
  readonly sentAt: string;
  /** Keys of the replies that stand and are taken the place of, in order. */
  readonly standing: readonly string[];
  /** The words of the message, and the hash that names the subject. */
  readonly said: Source;
}

/** A message corrected later than this is left as it was answered: others have read both. */
const CORRECTION_MS = 120_000;

/**
 * Where a message finds its conversation: as it stands or, for a correction of the last message, as it
 * stood before that. Undefined for a correction that comes too late to change the answer.
 */
export function openTurn(
  found: Conversation,
  message: IncomingMessage,
  now: Date,
): Opening | undefined {
  const { edits, address, text } = message;
  // Its sender's side made the date up: what is dated ahead is dated now.
  const sentAt = message.sentAt < now ? message.sentAt : now;
  const subject = edits ?? message.id;
  const said = { text, hash: eventHash({ address, id: subject }) };
  if (edits === undefined) {
    const sent = sentAt.toISOString();
    return { conversation: found, subject, sentAt: sent, standing: [], said };
  }
  const { lastTurn } = found;
  const isLast = lastTurn?.message === said.hash;
  if (!isLast || sentAt.getTime() - Date.parse(lastTurn.sentAt) > CORRECTION_MS) return undefined;
  return {
    conversation: rewind(found),
    subject,
    sentAt: lastTurn.sentAt,
    standing: lastTurn.shown,
    said,
  };
}

/** The conversation as it was before its last turn. */
export function rewind(conversation: Conversation): Conversation {
  const { lastTurn, ...now } = conversation;
  if (!lastTurn) return conversation;
  const { before } = lastTurn;
  const isSameQuestion =
    before.questionFrom !== undefined && before.questionFrom === now.questionFrom;
  const mode = isSameQuestion ? withWords(before.mode, wordsIn(now.mode)) : before.mode;
  const { lastIntent, questionFrom, askedBy } = before;
  return { ...now, ...before, mode, lastIntent, questionFrom, askedBy };
}

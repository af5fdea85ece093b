import type { Conversation } from "../model/conversation.ts";
import { wordsIn } from "./question-words.ts";

/** A message as the source of words: what it says, and the hash that names it. */
export interface Source {
  readonly text: string;
  readonly hash: string;
}

/**
 * Names the message a question was asked in: this one or, when the question was already waiting and is
 * not said again, the one it came from. Undefined when that is not known.
 */
export function sourceOf(question: string, before: Conversation, said: Source): string | undefined {
  const waited = question === wordsIn(before.mode) && !said.text.includes(question);
  return waited ? before.questionFrom : said.hash;
}

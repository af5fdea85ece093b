import type { Mode } from "../model/conversation.ts";

/** The person's own words a mode holds; empty when it holds none. */
export function wordsIn(mode: Mode): string {
  return "question" in mode ? mode.question : "";
}

/** The mode with these words in place of those it holds. */
export function withWords(mode: Mode, question: string): Mode {
  return "question" in mode ? { ...mode, question } : mode;
}

/** Only the last question is remembered in the person's words. */
export function withoutWords(mode: Mode): Mode {
  return withWords(mode, "");
}

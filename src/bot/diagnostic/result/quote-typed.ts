import { quoteWords } from "../../quote-words.ts";

/** What somebody typed for their roadmap, to be said again: it calls nobody and becomes no markup of ours. */
export function quoteTyped(words: string): string {
  return quoteWords(words.replaceAll("@", ""));
}

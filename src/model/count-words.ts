/** Words an answer has at most: it is read on a phone, more than this is not read. */
export const MOST_ANSWER_WORDS = 120;

/** How many words people read in a Markdown text; an address behind a link is none. */
export function countWords(markdown: string): number {
  const shown = markdown.replaceAll(/\]\([^)]*\)/g, "]");
  return shown.match(/[\p{L}\p{N}][\p{L}\p{N}'’%€.,:/-]*/gu)?.length ?? 0;
}

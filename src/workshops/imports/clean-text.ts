/** Far more than is kept of any text: hostile ones cost no time. */
const MOST_CHARACTERS = 20_000;

/**
 * Text of a feed as data: whole characters of one form, no control or direction marks, no HTML tag, and no
 * mention that would wake a room.
 */
export function cleanText(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/\r\n?|[\u2028\u2029]|<br\s*\/?>|<\/p>/giu, "\n")
    .replaceAll(/<\/?[a-z][^<>]*>|<[@#!][^<>]*>/giu, "")
    .replaceAll(/(?!\n)\p{Cc}/gu, " ")
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .replaceAll(/@(?=(?:everyone|here|room|channel)\b)/giu, "@\u200b")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

/** On one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/gu, " ");
}

/** Its words in small letters without accents nor punctuation, to compare by: `Code Postal :` is `code postal`. */
export function bareWords(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/œ/gu, "oe")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

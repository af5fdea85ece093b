import { bareWords } from "../model/bare-words.ts";

/** So many words in a row, or half of all that was asked, are somebody's own. */
const OWN_WORDS = 6;

/** Shorter pieces, between what was taken out, tell nothing. */
const LEAST_PIECE = 3;

/**
 * Whether a text is in the words of who asked: as they are, cut short, or with something personal taken out.
 * @param asked as it was written
 */
export function quotesAsker(text: string, asked: string): boolean {
  const theirs = bareWords(asked);
  if (theirs === "" || text.trim() === "") return false;
  if (bareWords(text) === theirs) return true;
  const pieces = text
    .split(/\[[^\]]*\]|…/u)
    .map(bareWords)
    .filter((piece) => countOf(piece) >= LEAST_PIECE);
  const words = pieces.reduce((sum, piece) => sum + countOf(piece), 0);
  return (
    words >= Math.min(OWN_WORDS, countOf(theirs) / 2) &&
    pieces.every((piece) => ` ${theirs} `.includes(` ${piece} `)) &&
    words > 0
  );
}

function countOf(bare: string): number {
  return bare.split(" ").filter((word) => word !== "").length;
}

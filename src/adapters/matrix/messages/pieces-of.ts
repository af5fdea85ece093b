import { splitText } from "../../../model/split-text.ts";

/** What one event of a reply shows: a part of its text, and choices under it. */
export interface Piece {
  readonly text: string;
  readonly labels: readonly string[];
  /** The number of the first of the labels. */
  readonly first: number;
}

/**
 * Cuts a reply into pieces that fit; none when there is nothing to say. The choices stand under the end
 * of the text, or after it where they do not fit there.
 */
export function piecesOf(
  text: string,
  labels: readonly string[],
  fits: (piece: Piece) => boolean,
): readonly Piece[] {
  const texts = splitText(text, (part) => fits(wordsOnly(part))).filter((part) => part !== "");
  if (labels.length === 0) return texts.map(wordsOnly);
  const last = { text: texts.at(-1) ?? "", labels, first: 1 };
  if (fits(last)) return [...texts.slice(0, -1).map(wordsOnly), last];
  return [...texts.map(wordsOnly), ...runsOf(labels, fits)];
}

function wordsOnly(text: string): Piece {
  return { text, labels: [], first: 1 };
}

/** Choices alone, as many to a piece as fit; the numbers go on. */
function runsOf(labels: readonly string[], fits: (piece: Piece) => boolean): readonly Piece[] {
  const runs: Piece[] = [];
  for (const [index, label] of labels.entries()) {
    const run = runs.at(-1);
    const longer = run && { ...run, labels: [...run.labels, label] };
    if (longer && fits(longer)) runs[runs.length - 1] = longer;
    else runs.push({ text: "", labels: [label], first: index + 1 });
  }
  return runs;
}

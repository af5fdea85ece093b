/** A piece of a line in one weight. */
export interface StyledPiece {
  readonly text: string;
  readonly isBold: boolean;
}

/** A line that fits, from left to right. */
export type StyledLine = readonly StyledPiece[];

/** How wide a piece is, in the unit of the width it must fit in. */
export type Measure = (piece: StyledPiece) => number;

/**
 * Text in lines no wider than asked, cut at spaces, and inside a word only where it is wider than a line; what
 * stands between `**` is bold. Line breaks of the text are kept. An empty text is no line.
 */
export function styledLines(text: string, width: number, measure: Measure): readonly StyledLine[] {
  if (text === "") return [];
  const lines: StyledLine[] = [];
  for (const paragraph of splitLines(piecesOf(text)))
    lines.push(...wrap(paragraph, width, measure));
  return lines;
}

/** The pieces between `**`, every other one bold; a mark that is not closed stays as it is. */
function piecesOf(text: string): readonly StyledPiece[] {
  const parts = text.split("**");
  const isEven = parts.length % 2 === 1;
  return parts.map((part, index) => ({ text: part, isBold: isEven && index % 2 === 1 }));
}

function splitLines(pieces: readonly StyledPiece[]): readonly (readonly StyledPiece[])[] {
  const lines: StyledPiece[][] = [[]];
  for (const { text, isBold } of pieces) {
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ text: part, isBold });
    }
  }
  return lines;
}

function wrap(pieces: readonly StyledPiece[], width: number, measure: Measure): StyledLine[] {
  const lines: StyledLine[] = [];
  let line: readonly StyledPiece[] = [];
  for (const word of wordsOf(pieces).flatMap((one) => cutToFit(one, width, measure))) {
    const longer = joined([...line, ...word]);
    if (line.length > 0 && widthOf(trimmed(longer), measure) > width) {
      lines.push(trimmed(line));
      line = joined(word);
    } else {
      line = longer;
    }
  }
  return [...lines, trimmed(line)];
}

/** Pieces up to each space, which ends its word: a word may change its weight within. */
function wordsOf(pieces: readonly StyledPiece[]): readonly (readonly StyledPiece[])[] {
  const words: StyledPiece[][] = [[]];
  for (const { text, isBold } of pieces) {
    for (const part of text.split(/(?<= )/u)) {
      if (part === "") continue;
      words.at(-1)?.push({ text: part, isBold });
      if (part.endsWith(" ")) words.push([]);
    }
  }
  return words.filter((word) => word.length > 0);
}

/** A word as it is or, where no line can hold it, cut between letters. */
function cutToFit(
  word: readonly StyledPiece[],
  width: number,
  measure: Measure,
): readonly (readonly StyledPiece[])[] {
  if (widthOf(trimmed(word), measure) <= width) return [word];
  const parts: StyledPiece[][] = [[]];
  for (const { text, isBold } of word) {
    for (const letter of text) {
      const part = joined([...(parts.at(-1) ?? []), { text: letter, isBold }]);
      const isFirst = parts.at(-1)?.length === 0;
      if (isFirst || widthOf(part, measure) <= width) parts[parts.length - 1] = [...part];
      else parts.push([{ text: letter, isBold }]);
    }
  }
  return parts;
}

function joined(pieces: readonly StyledPiece[]): readonly StyledPiece[] {
  const whole: StyledPiece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last?.isBold === piece.isBold)
      whole[whole.length - 1] = { ...piece, text: last.text + piece.text };
    else whole.push(piece);
  }
  return whole;
}

/** Without the space a line ends with. */
function trimmed(line: readonly StyledPiece[]): StyledLine {
  const last = line.at(-1);
  if (!last) return line;
  const text = last.text.replace(/ +$/u, "");
  return text === "" ? line.slice(0, -1) : [...line.slice(0, -1), { ...last, text }];
}

function widthOf(pieces: readonly StyledPiece[], measure: Measure): number {
  return pieces.reduce((sum, piece) => sum + measure(piece), 0);
}

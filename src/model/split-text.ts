/** Where a text may be cut, best places first: after a paragraph, a line, a sentence, a word, anywhere. */
const places: readonly RegExp[] = [
  /(?<=\n[ \t]*\n)(?=[^\n])/u,
  /(?<=\n)/u,
  /(?<=[.!?…:;]["»”)]*\s)(?=\S)/u,
  /(?<=\s)(?=\S)/u,
  /(?:)/u,
];

/**
 * Cuts a text into parts that fit, each as long as it can be: between paragraphs, else lines, else
 * sentences, else words, else characters. Nothing is lost but blanks at the cuts.
 * @param fits whether a part is small enough
 */
export function splitText(text: string, fits: (part: string) => boolean): string[] {
  const whole = text.trim();
  if (fits(whole)) return [whole];
  return gather(cutSmall(whole, 0, fits), fits).filter((part) => part !== "");
}

/** The same for parts of so many characters (UTF-16 units); none for a text of blanks. */
export function splitToLength(text: string, most: number): string[] {
  return splitText(text, (part) => part.length <= most).filter((part) => part !== "");
}

/** Pieces that fit one by one, cut at the best places only. */
function cutSmall(text: string, level: number, fits: (part: string) => boolean): string[] {
  const place = places[level];
  // A single character that does not fit cannot be cut: it goes as it is.
  if (place === undefined || fits(text.trim())) return [text];
  return text.split(place).flatMap((piece) => cutSmall(piece, level + 1, fits));
}

/** Puts pieces together again, as many as fit. */
function gather(pieces: readonly string[], fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  let from = 0;
  while (from < pieces.length) {
    const to = furthest(pieces, from, fits);
    parts.push(pieces.slice(from, to).join("").trim());
    from = to;
  }
  return parts;
}

/** The last place up to which pieces fit together, one piece at least; no try is much too long. */
function furthest(
  pieces: readonly string[],
  from: number,
  fits: (part: string) => boolean,
): number {
  const fitUpTo = (to: number) => fits(pieces.slice(from, to).join("").trim());
  let fitting = from + 1;
  let step = 1;
  while (fitting + step <= pieces.length && fitUpTo(fitting + step)) {
    fitting += step;
    step *= 2;
  }
  // The last step was too long: it is halved until nothing more can be added.
  while (step > 1) {
    step = Math.floor(step / 2);
    if (fitting + step <= pieces.length && fitUpTo(fitting + step)) fitting += step;
  }
  return fitting;
}

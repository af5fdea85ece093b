/** Whether a font has a letter. */
export type HasLetter = (codePoint: number) => boolean;

/**
 * Text that a font can draw. Spaces of other widths become those it has; letters it lacks become "…", one for
 * each word of them, so that a name does not vanish without a trace; pictures and what cannot be seen go. In
 * French, a line neither begins with a sign of two parts nor ends with an opening quotation mark.
 */
export function drawableText(text: string, hasLetter: HasLetter): string {
  const plain = text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(/[\u202F\u2007-\u2009]/gu, "\u00A0");
  const letters = Array.from(plain, (letter) => {
    if (letter === "\n" || hasLetter(letter.codePointAt(0) ?? 0)) return letter;
    if (/\s/u.test(letter)) return " ";
    return /[\p{L}\p{N}]/u.test(letter) ? "…" : "";
  });
  return letters
    .join("")
    .replaceAll(/…{2,}/gu, "…")
    .replaceAll(/ (?=[?!:;»])|(?<=«) /gu, "\u00A0");
}

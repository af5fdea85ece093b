/**
 * A sentence by its words alone, case, accents and punctuation aside; by its signs when it has no
 * word ("?", "👍").
 */
export function bareWords(text: string): string {
  const folded = text.normalize("NFD").toLowerCase().replaceAll(/\p{M}/gu, "");
  const words = folded.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words === "" ? folded.trim() : words;
}

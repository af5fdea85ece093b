/** The words of a text and how much each tells, the more the rarer it is. */
export type WeighedWords = ReadonlyMap<string, number>;

/** Letters by which two forms of a word are one: "adhérent", "adhérents", "adhérente". */
const STEM_LETTERS = 5;

/**
 * Prepares to weigh the words of questions by how rare they are among sentences that are known.
 * @param known sentences of the library, in every language
 */
export function weighWords(known: Iterable<string>): (text: string) => WeighedWords {
  const holding = new Map<string, number>();
  let sentences = 0;
  for (const sentence of known) {
    sentences += 1;
    for (const word of wordsOf(sentence)) holding.set(word, (holding.get(word) ?? 0) + 1);
  }
  return (text) =>
    new Map(
      Array.from(wordsOf(text), (word) => [
        word,
        // Squared: one rare word in common tells more than five that everybody uses.
        Math.log((sentences + 1) / ((holding.get(word) ?? 0) + 0.5)) ** 2,
      ]),
    );
}

/** How alike two questions are, 0..1: the weight of what they share over that of what either has. */
export function likenessOf(one: WeighedWords, other: WeighedWords): number {
  let shared = 0;
  let either = 0;
  for (const [word, weight] of one) {
    either += weight;
    if (other.has(word)) shared += weight;
  }
  for (const [word, weight] of other) if (!one.has(word)) either += weight;
  return either <= 0 ? 0 : shared / either;
}

/** A text by the stems of its words, case, accents and punctuation aside. */
function wordsOf(text: string): ReadonlySet<string> {
  const folded = text.normalize("NFD").toLowerCase().replaceAll(/\p{M}/gu, "");
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, STEM_LETTERS)));
}

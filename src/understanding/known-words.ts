import { languages, type Language, type PerLanguage } from "../model/language.ts";
import { foldText } from "./fold-text.ts";
import { tokenize } from "./tokenize.ts";

/** The words that people are known to write, by which misspelt ones are repaired. */
export interface KnownWords {
  readonly words: readonly string[];
  /** How often each was read in a language, 0 when too seldom to trust its spelling; at most 65,535. */
  readonly counts: PerLanguage<Uint16Array>;
}

/** A word read once may itself be misspelt. */
const leastCount = 2;
/** Shorter words are one slip away from everything. */
const shortestKnown = 3;

/** Lists the words of the sentences that are learnt, as `tokenize` gives them. */
export function listKnownWords(
  sentences: readonly { readonly text: string; readonly language: Language }[],
): KnownWords {
  const found = new Map<string, Record<Language, number>>();
  for (const { text, language } of sentences) {
    for (const word of tokenize(foldText(text), language)) {
      if (word.length < shortestKnown || !/^\p{L}+$/u.test(word)) continue;
      const counts = found.get(word) ?? { fr: 0, en: 0 };
      counts[language] += 1;
      found.set(word, counts);
    }
  }
  const trusted = [...found].filter(([, counts]) =>
    languages.some((language) => counts[language] >= leastCount),
  );
  const countsIn = (language: Language) =>
    Uint16Array.from(trusted, ([, { [language]: count }]) =>
      count >= leastCount ? Math.min(count, 65_535) : 0,
    );
  return {
    words: trusted.map(([word]) => word),
    counts: { fr: countsIn("fr"), en: countsIn("en") },
  };
}

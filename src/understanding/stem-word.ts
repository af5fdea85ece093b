import englishStemmer from "natural/lib/natural/stemmers/porter_stemmer.js";
import frenchStemmer from "natural/lib/natural/stemmers/porter_stemmer_fr.js";

import type { Language } from "../model/language.ts";

/** The stem of a folded word ("cotisations", "cotiser" -> "cotis"); words with anything but letters stay as they are. */
export function stemWord(word: string, language: Language): string {
  if (word.length < 3 || word.length > 30 || !/^[a-z]+$/u.test(word)) return word;
  return language === "fr" ? frenchStemmer.stem(word) : englishStemmer.stem(word);
}

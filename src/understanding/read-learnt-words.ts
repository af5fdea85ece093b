import type { PerLanguage } from "../model/language.ts";
import type { FindHash } from "./find-hash.ts";
import { createRepairSpelling } from "./repair-spelling.ts";
import type { TrainedModel } from "./trained-model.ts";
import { readWord, type ReadWord, type WordFeatures } from "./word-features.ts";

/** Of each language; a stem has several forms. */
const mostKept = 20_000;

/**
 * Prepares to read words with what was learnt: a word of which nothing was learnt is repaired; a rare
 * word that was learnt is what it is. Learnt words are read once and remembered, which takes a long
 * message (p99) from 1.7 to 1.05 ms; other words, which may be somebody's name, are not kept.
 */
export function createReadLearntWords(
  { knownWords }: Pick<TrainedModel, "knownWords">,
  find: FindHash,
): ReadWord {
  const repair = createRepairSpelling(knownWords);
  const learnt: PerLanguage<Map<string, WordFeatures>> = { fr: new Map(), en: new Map() };
  return (word, language) => {
    const known = learnt[language].get(word);
    if (known) return known;
    const read = readWord(word, language);
    if (find(read.stemHash) === -1) {
      const repaired = repair(word, language);
      return repaired === word ? read : readWord(repaired, language, word);
    }
    if (learnt[language].size < mostKept) learnt[language].set(word, read);
    return read;
  };
}

import { createRepairSpelling, type RepairSpelling } from "./repair-spelling.ts";
import { stemFeature } from "./sentence-features.ts";
import { stemWord } from "./stem-word.ts";
import type { TrainedModel } from "./trained-model.ts";
import type { FindFeature } from "./vocabulary.ts";

/**
 * Prepares to repair the words of which nothing was learnt, and no other: a rare word that was learnt
 * is what it is.
 */
export function createRepairUnknown(
  { knownWords }: Pick<TrainedModel, "knownWords">,
  find: FindFeature,
): RepairSpelling {
  const repair = createRepairSpelling(knownWords);
  return (word, language) =>
    find(stemFeature(stemWord(word, language))) === -1 ? repair(word, language) : word;
}

import type { FindHash } from "./find-hash.ts";
import type { BlockFeatures } from "./sentence-features.ts";
import { foldCount, type TrainingExample } from "./training-examples.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { weighFeatures } from "./weigh-features.ts";

/** The share of unknown stems of each held-out sentence, for somebody who read only the other folds. */
export function unknownWhenHeldOut(
  examples: readonly TrainingExample[],
  features: readonly (readonly BlockFeatures[])[],
  vocabulary: Vocabulary,
  find: FindHash,
): Float32Array {
  const shares = new Float32Array(examples.length);
  for (let fold = 0; fold < foldCount; fold += 1) {
    const left = vocabulary.sentences.slice();
    for (const [row, { fold: own }] of examples.entries()) {
      if (own !== fold) continue;
      for (const hash of features[row]?.[0]?.hashes ?? []) {
        const id = find(hash);
        if (id !== -1) left[id] = Math.max(0, (left[id] ?? 0) - 1);
      }
    }
    const findLeft: FindHash = (hash) => {
      const id = find(hash);
      return id === -1 || left[id] === 0 ? -1 : id;
    };
    for (const [row, { fold: own }] of examples.entries()) {
      if (own === fold) {
        const stems = (features[row] ?? []).slice(0, 1);
        shares[row] = weighFeatures(stems, vocabulary, findLeft).unknownShare;
      }
    }
  }
  return shares;
}

import type { FindHash } from "./find-hash.ts";
import { blocks, type BlockFeatures } from "./sentence-features.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A sentence as a sparse vector over the ids of the vocabulary. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Its length, with what was never learnt. */
  readonly length: number;
  /** How much of the weight of the sentence's stems was never learnt, 0..1; 1 when it has no word. */
  readonly unknownShare: number;
  /** The same for the letters of its words: near 1 for gibberish, small for a typing mistake. */
  readonly unknownLetters: number;
}

const stemBlock = 0;
const letterBlock = 2;

/**
 * Sublinear count times rarity, each block brought to its own length. What was never learnt counts in
 * the length, so a sentence of unknown words is a short vector, close to no intent.
 */
export function weighFeatures(
  features: readonly BlockFeatures[],
  vocabulary: Vocabulary,
  find: FindHash,
): SparseVector {
  const size = features.reduce((sum, { hashes }) => sum + hashes.length, 0);
  const ids = new Int32Array(size);
  const values = new Float32Array(size);
  const unknown: number[] = [];
  let squaredLength = 0;
  let known = 0;
  for (const [block, { hashes, counts }] of features.entries()) {
    const first = known;
    let square = 0;
    let unknownSquare = 0;
    for (let at = 0; at < hashes.length; at += 1) {
      const id = find(hashes[at] ?? 0);
      const sentences = id === -1 ? 0 : (vocabulary.sentences[id] ?? 0);
      const value = (1 + Math.log(counts[at] ?? 1)) * rarity(sentences, vocabulary.total);
      square += value * value;
      if (id === -1) {
        unknownSquare += value * value;
      } else {
        ids[known] = id;
        values[known] = value;
        known += 1;
      }
    }
    const weight = square === 0 ? 0 : (blocks[block]?.weight ?? 0);
    const scale = square === 0 ? 0 : weight / Math.sqrt(square);
    squaredLength += weight * weight;
    for (let at = first; at < known; at += 1) values[at] = (values[at] ?? 0) * scale;
    unknown.push(square === 0 ? 1 : unknownSquare / square);
  }
  return {
    ids: ids.slice(0, known),
    values: values.slice(0, known),
    length: Math.sqrt(squaredLength),
    unknownShare: unknown[stemBlock] ?? 1,
    unknownLetters: unknown[letterBlock] ?? 1,
  };
}

/** Inverse document frequency, smoothed so that a feature never seen has one too. */
function rarity(sentences: number, total: number): number {
  return Math.log((1 + total) / (1 + sentences)) + 1;
}

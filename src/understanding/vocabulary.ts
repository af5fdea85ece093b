import { blocks, type BlockFeatures } from "./sentence-features.ts";

/** The features that were learnt; a feature's place here is its id. */
export interface Vocabulary {
  /** Ascending. */
  readonly hashes: Uint32Array;
  /** In how many training sentences each stands; at most 65,535. */
  readonly sentences: Uint16Array;
  /** How many training sentences there were. */
  readonly total: number;
}

/** Learns which features there are, and how common each is. */
export function buildVocabulary(sentences: readonly (readonly BlockFeatures[])[]): Vocabulary {
  const all = blocks.flatMap(({ kept }, block) => {
    const found = joined(sentences.map((sentence) => sentence[block]?.hashes ?? new Uint32Array()));
    return runsOf(found.toSorted()).filter(({ count }) => count >= kept);
  });
  // Two blocks share a hash once in a million features; the first keeps it.
  all.sort((a, b) => a.hash - b.hash);
  const distinct = all.filter(({ hash }, at) => at === 0 || hash !== all[at - 1]?.hash);
  return {
    hashes: Uint32Array.from(distinct, ({ hash }) => hash),
    sentences: Uint16Array.from(distinct, ({ count }) => Math.min(count, 65_535)),
    total: sentences.length,
  };
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function runsOf(sorted: Uint32Array): { hash: number; count: number }[] {
  const runs: { hash: number; count: number }[] = [];
  let start = 0;
  for (let at = 1; at <= sorted.length; at += 1) {
    if (at < sorted.length && sorted[at] === sorted[start]) continue;
    runs.push({ hash: sorted[start] ?? 0, count: at - start });
    start = at;
  }
  return runs;
}

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

/** Finds the id of a feature by its hash; -1 when it was never learnt. */
export type FindFeature = (hash: number) => number;

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

/** Prepares the search: hashes are evenly spread, so their first bits lead to a handful of them. */
export function createFindFeature(hashes: Uint32Array): FindFeature {
  const shift = 32 - Math.max(1, Math.ceil(Math.log2(hashes.length + 1)) - 1);
  const starts = new Uint32Array(2 ** (32 - shift) + 1);
  for (const hash of hashes) {
    const next = (hash >>> shift) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at += 1)
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return (hash) => {
    const bucket = hash >>> shift;
    const end = starts[bucket + 1] ?? 0;
    for (let at = starts[bucket] ?? 0; at < end; at += 1) if (hashes[at] === hash) return at;
    return -1;
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

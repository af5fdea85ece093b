/** The first place of a hash in a sorted list; -1 when it is not there. */
export type FindHash = (hash: number) => number;

/**
 * Prepares the search in ascending hashes. They are evenly spread, so their first bits lead to a
 * handful of them.
 */
export function createFindHash(hashes: Uint32Array): FindHash {
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

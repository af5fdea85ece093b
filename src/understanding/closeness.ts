import type { SparseVector } from "./weigh-features.ts";

/** Prepares the cosine of a vector with others, 0..1; what was never learnt counts in the lengths. */
export function createCloseness(vector: SparseVector): (other: SparseVector) => number {
  const values = new Map<number, number>();
  for (const [at, id] of vector.ids.entries()) values.set(id, vector.values[at] ?? 0);
  return (other) => {
    if (vector.length === 0 || other.length === 0) return 0;
    let sum = 0;
    for (const [at, id] of other.ids.entries()) {
      sum += (values.get(id) ?? 0) * (other.values[at] ?? 0);
    }
    return sum / (vector.length * other.length);
  };
}

/** Softmax of scores over a temperature: shares that add up to 1. */
export function shareSoftmax(scores: Float32Array, temperature: number): Float64Array {
  const best = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const shares = Float64Array.from(scores, (score) => Math.exp((score - best) / temperature));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

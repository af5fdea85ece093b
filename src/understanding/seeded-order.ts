/**
 * Shuffles the first `count` entries in place, the same way for the same state; returns the next
 * state. Linear congruential generator of Numerical Recipes (Press et al., 2nd edition, p. 284).
 */
export function shuffleInPlace(order: Int32Array, count: number, state: number): number {
  let next = state >>> 0;
  for (let at = count - 1; at > 0; at -= 1) {
    next = (Math.imul(next, 1_664_525) + 1_013_904_223) >>> 0;
    // The high bits are the random ones.
    const other = Math.floor((next / 0x1_0000_0000) * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return next;
}

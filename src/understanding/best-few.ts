/** The places of the `count` largest values, the largest first; of equals the earlier place. */
export function bestFew(values: ArrayLike<number>, count: number): number[] {
  const best: number[] = [];
  let least = -Infinity;
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] ?? 0;
    if (best.length === count && value <= least) continue;
    let at = best.length === count ? count - 1 : best.length;
    while (at > 0 && (values[best[at - 1] ?? 0] ?? 0) < value) {
      best[at] = best[at - 1] ?? 0;
      at -= 1;
    }
    best[at] = place;
    least = values[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}

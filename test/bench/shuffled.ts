/** A copy in an order drawn from `random` (Fisher and Yates). */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const left = [...list];
  const drawn: T[] = [];
  while (left.length > 0) {
    const at = Math.floor(random() * left.length);
    const last = left.length - 1;
    const [one, end] = [left[at], left[last]];
    left.length = last;
    if (one !== undefined) drawn.push(one);
    if (at < last && end !== undefined) left[at] = end;
  }
  return drawn;
}

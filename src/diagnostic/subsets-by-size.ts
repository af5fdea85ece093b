/** The subsets of a few things but the empty one, the smallest first, each in the order of the things. */
export function subsetsBySize<T>(things: readonly T[]): readonly (readonly T[])[] {
  const subsets: (readonly T[])[] = [[]];
  for (const thing of things) {
    subsets.push(...subsets.map((subset) => [...subset, thing]));
  }
  return subsets.slice(1).toSorted((one, other) => one.length - other.length);
}

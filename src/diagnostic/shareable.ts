/** Fewer associations than this are behind no number that is shown. Source: DIAGNOSTIC.md, 10.3. */
export const FEWEST = 5;

/** The same for a crossing, as a territory and a dimension, and for a territory. */
export const FEWEST_CROSSED = 10;

/** Numbers are shown in steps of this many. */
const STEP = 5;

/** A number as it is shown: to the nearest step, a half up. */
export function rounded(number: number): number {
  return Math.floor(number / STEP + 0.5) * STEP;
}

/** A count as it is shown; undefined where there are too few. */
export function shownCount(count: number, fewest: number = FEWEST): number | undefined {
  return count < fewest ? undefined : rounded(count);
}

/** The mean of what is known of associations, as it is shown; undefined where there are too few. */
export function shownMean(numbers: readonly number[], fewest: number = FEWEST): number | undefined {
  if (numbers.length < fewest) return undefined;
  return rounded(numbers.reduce((sum, number) => sum + number, 0) / numbers.length);
}

/**
 * Which parts of a line may be shown, where the whole of it can be known too. Parts that are too small are
 * hidden and, while what is hidden is one part alone or too few in all, the smallest of the others with them:
 * the whole less what is shown says nothing of anybody. Source: DIAGNOSTIC.md, 10.3.
 * @param counts associations in each part; together they are the whole
 */
export function shareableParts(counts: readonly number[], fewest: number): readonly boolean[] {
  const isShown = counts.map((count) => count >= fewest);
  // As each hidden part is too small by itself, enough in all are several parts; one nobody is in hides nothing.
  const isSafe = () => {
    const hidden = counts.reduce((sum, count, at) => sum + (isShown[at] === true ? 0 : count), 0);
    return hidden === 0 || hidden >= fewest;
  };
  while (!isSafe() && isShown.includes(true)) {
    const shown = counts.flatMap((count, index) =>
      isShown[index] === true ? [{ count, index }] : [],
    );
    const [smallest] = shown.toSorted((one, other) => one.count - other.count);
    if (!smallest) break;
    isShown[smallest.index] = false;
  }
  return isShown;
}

/** A value, and what it weighs. */
export interface WeighedValue {
  /** 1..3. */
  readonly weight: number;
  /** 0..3, to the hundredth. */
  readonly value: number;
}

/**
 * The score of some values, 0..100, halves rounded up; undefined without any. Source: DIAGNOSTIC.md, 4.1.
 *
 * The formula is computed as it is written, in binary fractions: what 3 × 0.6 makes is a hair below 1.8, and
 * the 7.5 it leads to goes down to 7, as the worked examples of DIAGNOSTIC.md, 6, have it.
 */
export function weightedScore(values: readonly WeighedValue[]): number | undefined {
  const weights = weightOf(values);
  if (weights === 0) return undefined;
  const sum = values.reduce((total, { weight, value }) => total + weight * value, 0);
  return roundHalfUp((100 * sum) / (3 * weights));
}

/** What they weigh together. */
export function weightOf(weighed: readonly { readonly weight: number }[]): number {
  return weighed.reduce((sum, { weight }) => sum + weight, 0);
}

/** A mean of whole numbers, halves rounded up; undefined without any. */
export function meanHalfUp(numbers: readonly number[]): number | undefined {
  if (numbers.length === 0) return undefined;
  return roundHalfUp(numbers.reduce((sum, number) => sum + number, 0) / numbers.length);
}

function roundHalfUp(number: number): number {
  return Math.floor(number + 0.5);
}

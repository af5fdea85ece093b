import type { Judged } from "./measures.ts";

/** How a threshold does: what is answered rightly in scope, what is refused out of scope; 0..1. */
export interface AtThreshold {
  readonly answeredRightly: number;
  readonly refusedOutside: number;
}

/**
 * The confidence from which to answer that makes the mean of both shares best; of equals the highest.
 * Infinity when refusing everything is best.
 */
export function chooseThreshold(inside: readonly Judged[], outside: readonly number[]): number {
  const all = [
    ...inside.map(({ confidence, isRight }) => ({
      confidence,
      gain: isRight ? 1 / inside.length : 0,
    })),
    ...outside.map((confidence) => ({ confidence, gain: -1 / outside.length })),
  ].toSorted((a, b) => b.confidence - a.confidence);
  let gained = 0;
  let best = { gained: 0, threshold: Infinity };
  for (const [at, { confidence, gain }] of all.entries()) {
    gained += gain;
    // Those of one confidence are answered together.
    const isLast = all[at + 1]?.confidence !== confidence;
    if (isLast && gained > best.gained + 1e-12) best = { gained, threshold: confidence };
  }
  return best.threshold;
}

export function atThreshold(
  threshold: number,
  inside: readonly Judged[],
  outside: readonly number[],
): AtThreshold {
  const right = inside.filter(({ confidence, isRight }) => isRight && confidence >= threshold);
  const refused = outside.filter((confidence) => confidence < threshold);
  return {
    answeredRightly: right.length / inside.length,
    refusedOutside: refused.length / outside.length,
  };
}

/** Chooses the threshold on every second question, and tells how it does on the others. */
export function onOtherHalf(inside: readonly Judged[], outside: readonly number[]): AtThreshold {
  const isFirst = (_: unknown, at: number) => at % 2 === 0;
  const isSecond = (_: unknown, at: number) => at % 2 === 1;
  const threshold = chooseThreshold(inside.filter(isFirst), outside.filter(isFirst));
  return atThreshold(threshold, inside.filter(isSecond), outside.filter(isSecond));
}

import type { Language } from "../../src/model/language.ts";
import type { Reading } from "./engines/engine.ts";

/** A question asked, and what it is about; undefined when no intent answers it. */
export interface Question {
  readonly text: string;
  readonly language: Language;
  readonly intent: string | undefined;
}

/** How sure an engine was of its first intent, and whether that is right. */
export interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** The share of questions, 0..1, whose intent is among the `places` best. */
export function shareAmong(
  places: number,
  questions: readonly Question[],
  readings: readonly Reading[],
): number {
  const right = questions.filter(({ intent }, at) =>
    readings[at]?.ranked.slice(0, places).some((one) => one === intent),
  );
  return right.length / questions.length;
}

/** The answers to questions, judged, with what the engine would refuse them by. */
export function judge(
  questions: readonly Question[],
  readings: readonly Reading[],
  by: (reading: Reading) => number,
): Judged[] {
  return readings.map((reading, at) => ({
    confidence: by(reading),
    isRight: reading.ranked[0] === questions[at]?.intent,
  }));
}

/**
 * Area under the curve of in scope against out of scope: the chance, 0..1, that of one question each
 * the one in scope has the higher confidence, a tie counting half (Mann and Whitney's U, by ranks).
 */
export function areaUnderCurve(inside: readonly number[], outside: readonly number[]): number {
  const sorted = outside.toSorted((a, b) => a - b);
  const wins = inside.reduce(
    (sum, confidence) => sum + (below(sorted, confidence) + notAbove(sorted, confidence)) / 2,
    0,
  );
  return wins / (inside.length * outside.length);
}

/** The value that a share of the values, 0..1, does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** How many of ascending values are below one. */
function below(sorted: readonly number[], value: number): number {
  return firstFrom(sorted, (one) => one >= value);
}

/** How many of ascending values are not above one. */
function notAbove(sorted: readonly number[], value: number): number {
  return firstFrom(sorted, (one) => one > value);
}

function firstFrom(sorted: readonly number[], isFar: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isFar(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

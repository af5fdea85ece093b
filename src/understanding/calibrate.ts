import { bestFew } from "./best-few.ts";
import { fitLogistic, logistic } from "./fit-logistic.ts";
import { shareSoftmax } from "./share-softmax.ts";
import type { Calibration } from "./trained-model.ts";

/** A sentence scored by a model that did not learn it. */
export interface HeldOut {
  /** Number of the right intent; out of scope is the number after the last intent. */
  readonly label: number;
  /** One score an intent, then that of out-of-scope. */
  readonly scores: Float32Array;
  readonly unknownShare: number;
}

/** Of the held-out in-scope sentences that are answered, at least this share must be answered rightly. */
const rightInside = 0.86;
/** At most this share of the held-out out-of-scope sentences may be answered. */
const answeredOutside = 0.03;
/** Scores stand about 1 apart: temperatures beyond these would make all intents alike, or one certain. */
const temperatures: readonly [number, number] = [0.05, 0.6];
/** At least this share of the in-scope sentences whose intent is among the three best must be shown it. */
const keptInside = 0.96;

/**
 * Fits how scores become probabilities and decisions: one temperature, one logistic regression that
 * tells in scope from out of scope, and two thresholds. The same held-out sentences give the same
 * calibration.
 */
export function calibrate(heldOut: readonly HeldOut[]): Calibration {
  const inside = heldOut.filter(isInside);
  if (inside.length === 0 || inside.length === heldOut.length) return neutral;
  const temperature = fitTemperature(inside);
  const scope = fitScope(heldOut);
  const read = (sentence: HeldOut) => ({
    ...readScores(sentence, { temperature, scope }),
    label: sentence.label,
  });
  const inScope = inside.map(read);
  const outOfScope = heldOut.filter((sentence) => !isInside(sentence)).map(read);
  const sure = fitSure(inScope);
  return {
    temperature,
    scope,
    sure,
    surelyInScope: fitScopeOf(outOfScope, sure),
    likelyInScope: fitLikely(inScope),
  };
}

type ReadHeldOut = ReadScores & { readonly label: number };

/** The lowest confidence from which answers are right often enough. */
function fitSure(inScope: readonly ReadHeldOut[]): number {
  const surest = inScope.toSorted((a, b) => b.best - a.best);
  let right = 0;
  let sure = 1;
  for (const [at, { best, order, label }] of surest.entries()) {
    if (order[0] === label) right += 1;
    if (right >= rightInside * (at + 1)) sure = best;
  }
  return Math.max(leastSure, sure);
}

/** The lowest probability of being in scope from which few enough out-of-scope sentences are answered. */
function fitScopeOf(outOfScope: readonly ReadHeldOut[], sure: number): number {
  const answered = outOfScope
    .filter(({ best }) => best >= sure)
    .map(({ inScope }) => inScope)
    .toSorted((a, b) => b - a);
  return answered[Math.floor(outOfScope.length * answeredOutside)] ?? 0;
}

/**
 * The probability of being in scope from which the three best are worth showing. Scope alone tells what
 * is foreign: that no intent stands out says the same of many a question in scope. On three held-out
 * folds 96 % of the menus with the right intent are kept either way, and a third fewer are shown out of scope.
 */
function fitLikely(inScope: readonly ReadHeldOut[]): number {
  const among = inScope
    .filter(({ order, label }) => order.includes(label))
    .map(({ inScope: likely }) => likely)
    .toSorted((a, b) => a - b);
  return among[Math.floor(among.length * (1 - keptInside))] ?? 1;
}

/** Without sentences to fit on: cautious. */
const neutral: Calibration = {
  temperature: 0.2,
  scope: [2.5, 2.5, -2, -1.5],
  sure: 0.8,
  surelyInScope: 0.9,
  likelyInScope: 0.6,
};

/** An answer less likely right than wrong is never given as sure. */
const leastSure = 0.5;

function isInside({ label, scores }: HeldOut): boolean {
  return label < scores.length - 1;
}

/** What scores say: the intents by probability, and how likely the best is right. */
export interface ReadScores {
  readonly probabilities: Float64Array;
  /** Numbers of the three best intents, the most likely first. */
  readonly order: readonly number[];
  readonly inScope: number;
  readonly best: number;
}

/** Turns scores into probabilities: in scope or not, times which intent. */
export function readScores(
  { scores, unknownShare }: Pick<HeldOut, "scores" | "unknownShare">,
  { temperature, scope }: Pick<Calibration, "temperature" | "scope">,
): ReadScores {
  const intents = scores.subarray(0, -1);
  const inScope = logistic(scope, scopeEvidence(scores, unknownShare));
  const probabilities = shareSoftmax(intents, temperature).map((share) => share * inScope);
  const order = bestFew(probabilities, 3);
  return { probabilities, order, inScope, best: probabilities[order[0] ?? 0] ?? 0 };
}

function scopeEvidence(scores: Float32Array, unknownShare: number): number[] {
  const best = scores.subarray(0, -1).reduce((most, score) => Math.max(most, score), -Infinity);
  return [1, best, scores.at(-1) ?? 0, unknownShare];
}

function fitScope(heldOut: readonly HeldOut[]): Calibration["scope"] {
  const rows = heldOut.map(({ scores, unknownShare }) => scopeEvidence(scores, unknownShare));
  const [constant = 0, best = 0, outside = 0, unknown = 0] = fitLogistic(
    rows,
    heldOut.map(isInside),
  );
  return [constant, best, outside, unknown];
}

/** Golden-section search of the temperature with the smallest loss of the right intents. */
function fitTemperature(inside: readonly HeldOut[]): number {
  const loss = (temperature: number) =>
    inside.reduce((sum, { scores, label }) => sum + lossOf(scores, label, temperature), 0);
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = temperatures;
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [lossLeft, lossRight] = [loss(left), loss(right)];
  for (let step = 0; step < 9; step += 1) {
    if (lossLeft < lossRight) {
      high = right;
      [right, lossRight] = [left, lossLeft];
      left = high - golden * (high - low);
      lossLeft = loss(left);
    } else {
      low = left;
      [left, lossLeft] = [right, lossRight];
      right = low + golden * (high - low);
      lossRight = loss(right);
    }
  }
  return (low + high) / 2;
}

/** Minus the logarithm of the share that softmax gives the right intent. */
function lossOf(scores: Float32Array, label: number, temperature: number): number {
  const intents = scores.length - 1;
  const right = scores[label] ?? 0;
  let total = 0;
  for (let k = 0; k < intents; k += 1) total += Math.exp(((scores[k] ?? 0) - right) / temperature);
  return Math.log(total);
}

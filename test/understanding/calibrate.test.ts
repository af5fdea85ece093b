import { describe, expect, it } from "vitest";
import { calibrate, readScores, type HeldOut } from "../../src/understanding/calibrate.ts";
import { seededRandom } from "../support/seeded-random.ts";

const random = seededRandom(7);

/** Scores of five intents and of out-of-scope: right ones stand out, some less than others. */
function heldOut(label: number): HeldOut {
  const scores = Float32Array.from({ length: 6 }, () => -1 + 0.4 * random());
  scores[label] = (scores[label] ?? 0) + 1.2 * random();
  return { label, scores, unknownShare: label === 5 ? 0.5 * random() : 0.3 * random() };
}

const sentences = Array.from({ length: 900 }, (_, n) => heldOut(n % 6));
const calibration = calibrate(sentences);
const read = sentences.map((sentence) => ({
  ...readScores(sentence, calibration),
  label: sentence.label,
}));
const isSure = (one: { best: number; inScope: number }) =>
  one.best >= calibration.sure && one.inScope > calibration.surelyInScope;

describe("calibration", () => {
  it("makes confidence the share of right answers", () => {
    for (const [low, high] of [
      [0.2, 0.5],
      [0.5, 0.8],
      [0.8, 1],
    ] as const) {
      const group = read.filter(({ best }) => best >= low && best < high);
      const right = group.filter(({ order, label }) => order[0] === label).length / group.length;
      const told = group.reduce((sum, { best }) => sum + best, 0) / group.length;
      expect(Math.abs(right - told)).toBeLessThan(0.12);
    }
  });

  it("answers at most three out-of-scope sentences in a hundred", () => {
    const outside = read.filter(({ label }) => label === 5);
    expect(outside.filter(isSure).length).toBeLessThanOrEqual(outside.length * 0.03);
  });

  it("answers rightly most of what it answers, and does answer", () => {
    const answered = read.filter((one) => one.label !== 5 && isSure(one));
    expect(answered.length).toBeGreaterThan(100);
    const right = answered.filter(({ order, label }) => order[0] === label);
    expect(right.length / answered.length).toBeGreaterThanOrEqual(0.86);
  });

  it("proposes three intents whenever the right one is likely among them", () => {
    const among = read.filter(({ order, label }) => order.slice(0, 3).includes(label));
    const shown = among.filter(({ inScope }) => inScope >= calibration.likelyInScope);
    expect(shown.length / among.length).toBeGreaterThanOrEqual(0.96);
  });

  it("shares less than one between the intents, by how likely the question is in scope", () => {
    const [first] = read;
    const sum = first?.probabilities.reduce((total, one) => total + one, 0);
    expect(sum).toBeCloseTo(first?.inScope ?? 0);
    expect(sum).toBeLessThan(1);
  });

  it("is the same for the same sentences, and cautious without any", () => {
    expect(calibrate(sentences)).toEqual(calibration);
    expect(calibrate([]).sure).toBeGreaterThanOrEqual(0.5);
  });
});

import { describe, expect, it } from "vitest";
import { createFindHash } from "../../src/understanding/find-hash.ts";
import { fitLogistic, logistic } from "../../src/understanding/fit-logistic.ts";
import { learnClass, rowsOf } from "../../src/understanding/linear-svm.ts";
import { shuffleInPlace } from "../../src/understanding/seeded-order.ts";
import { blocks, featuresOf } from "../../src/understanding/sentence-features.ts";
import { shareSoftmax } from "../../src/understanding/share-softmax.ts";
import { buildVocabulary } from "../../src/understanding/vocabulary.ts";
import { weighFeatures } from "../../src/understanding/weigh-features.ts";

const sentences = ["comment créer un site", "quel prix pour un site", "ouvrir une cagnotte"];
const features = sentences.map((text) => featuresOf(text, "fr"));
const vocabulary = buildVocabulary(features);
const find = createFindHash(vocabulary.hashes);
const look = (text: string) => weighFeatures(featuresOf(text, "fr"), vocabulary, find);

describe("features", () => {
  it("finds every feature it learnt, and no other", () => {
    expect(vocabulary.hashes.every((hash, id) => find(hash) === id)).toBe(true);
    expect(find(12_345)).toBe(-1);
    expect(createFindHash(new Uint32Array())(7)).toBe(-1);
  });

  it("makes a sentence of unknown words a short vector", () => {
    const lengthOf = (text: string) => Math.hypot(...look(text).values);
    expect(lengthOf("comment créer un site")).toBeGreaterThan(lengthOf("comment nager un crawl"));
    expect(look("xyzzy plugh").unknownShare).toBe(1);
    expect(look("comment créer un site").unknownShare).toBe(0);
    expect(look("???").unknownShare).toBe(1);
  });

  it("keeps the length of a vector, known or not", () => {
    const weights = blocks.filter(({ name }) => name !== "concepts").map(({ weight }) => weight);
    expect(look("nager un crawl").length).toBeCloseTo(Math.hypot(...weights), 5);
  });
});

describe("learning a class", () => {
  it("puts its own sentences on its side and the others on the other", () => {
    const rows = rowsOf(sentences.map(look));
    const state = {
      weights: new Float64Array(vocabulary.hashes.length),
      duals: new Float64Array(3),
      bias: 0,
    };
    const task = {
      rows,
      members: Int32Array.of(0, 1, 2),
      labels: Int32Array.of(0, 0, 1),
      wanted: 1,
    };
    learnClass(task, state, 20);
    const score = (text: string) => {
      const { ids, values } = look(text);
      return ids.reduce((sum, id, at) => sum + (state.weights[id] ?? 0) * (values[at] ?? 0), 0);
    };
    expect(score("ouvrir une cagnotte")).toBeGreaterThan(score("comment créer un site"));
    expect(score("une cagnote pour le toit")).toBeGreaterThan(score("le prix du site"));
    expect(Math.min(...state.duals)).toBeGreaterThanOrEqual(0);
  });

  it("shuffles all of a list, the same way for the same state", () => {
    const [one, other] = [Int32Array.from({ length: 50 }, (_, at) => at), new Int32Array(50)];
    other.set(one);
    const next = shuffleInPlace(one, 50, 9);
    expect(shuffleInPlace(other, 50, 9)).toBe(next);
    expect(one).toEqual(other);
    expect(one.toSorted()).toEqual(Int32Array.from({ length: 50 }, (_, at) => at));
    expect(one).not.toEqual(one.toSorted());
  });
});

describe("probabilities", () => {
  it("shares out to one, the best score first", () => {
    const shares = shareSoftmax(Float32Array.of(0.1, 0.9, -2), 0.2);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(Math.max(...shares)).toBe(shares[1]);
  });

  it("finds how likely a fact is from its evidence", () => {
    const rows = [...Array(200).keys()].map((n) => [1, n / 100 - 1]);
    const isTrue = rows.map(([, x = 0], n) => x > 0 !== (n % 5 === 0));
    const weights = fitLogistic(rows, isTrue);
    expect(logistic(weights, [1, 1])).toBeGreaterThan(0.75);
    expect(logistic(weights, [1, -1])).toBeLessThan(0.25);
  });

  it("stays finite when two sides can be told apart without error", () => {
    const weights = fitLogistic(
      [
        [1, -1],
        [1, 1],
      ],
      [false, true],
    );
    expect(weights.every(Number.isFinite)).toBe(true);
  });
});

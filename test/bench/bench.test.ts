import { array, assert, boolean, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";

import type { Library } from "../../src/model/library.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { tinyLibrary } from "../understanding/tiny-library.ts";
import { atThreshold, chooseThreshold } from "./choose-threshold.ts";
import { dataTrial } from "./data-trials.ts";
import { engineNames, engines } from "./engines/engines.ts";
import { libraryTrials } from "./library-trials.ts";
import { makeTypos } from "./make-typos.ts";
import { areaUnderCurve, percentile, shareAmong } from "./measures.ts";
import { scoreTrials } from "./score-trials.ts";
import { syntheticTrial } from "./synthetic-library.ts";

const all = { examples: Infinity, questions: Infinity };

describe("the area under the curve", () => {
  it.each([
    ["is 1 when all in scope are surer", [0.9, 0.8], [0.7, 0.1], 1],
    ["is 0 when all in scope are less sure", [0.1, 0.2], [0.3], 0],
    ["counts a tie half", [0.5], [0.5], 0.5],
    ["is the share of pairs in order", [3, 1], [2, 2, 0], 4 / 6],
  ])("%s", (_, inside, outside, expected) => {
    expect(areaUnderCurve(inside, outside)).toBeCloseTo(expected, 12);
  });

  it("is what comparing every pair gives", () => {
    const confidences = array(integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 });
    assert(
      property(confidences, confidences, (inside, outside) => {
        const wins = inside.flatMap((one) =>
          outside.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)),
        );
        const expected = wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
        expect(areaUnderCurve(inside, outside)).toBeCloseTo(expected, 9);
      }),
    );
  });
});

describe("the threshold", () => {
  const inside = [
    { confidence: 0.9, isRight: true },
    { confidence: 0.6, isRight: true },
    { confidence: 0.5, isRight: false },
    { confidence: 0.2, isRight: true },
  ];
  const outside = [0.4, 0.3];

  it("makes the mean of right answers and refusals best", () => {
    expect(chooseThreshold(inside, outside)).toBe(0.6);
    expect(atThreshold(0.6, inside, outside)).toEqual({ answeredRightly: 0.5, refusedOutside: 1 });
    expect(atThreshold(0.2, inside, outside)).toEqual({ answeredRightly: 0.75, refusedOutside: 0 });
  });

  it("answers together those of one confidence", () => {
    expect(chooseThreshold([{ confidence: 1, isRight: true }], [1])).toBe(Infinity);
  });

  it("is never worse than any other on what it was chosen on", () => {
    const judged = record({ confidence: integer({ min: 0, max: 6 }), isRight: boolean() });
    const strangers = array(integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 20 });
    assert(
      property(array(judged, { minLength: 1, maxLength: 20 }), strangers, (known, strange) => {
        const meanAt = (threshold: number) => {
          const at = atThreshold(threshold, known, strange);
          return (at.answeredRightly + at.refusedOutside) / 2;
        };
        const best = meanAt(chooseThreshold(known, strange));
        for (let other = 0; other <= 7; other += 1) {
          expect(best).toBeGreaterThanOrEqual(meanAt(other) - 1e-9);
        }
      }),
    );
  });
});

describe("typing mistakes", () => {
  const text = "Où déclarer la collecte de l'été ?";

  it("are the same for the same draws, and others for others", () => {
    expect(makeTypos(text, 2, seededRandom(1))).toBe(makeTypos(text, 2, seededRandom(1)));
    const typed = Array.from({ length: 30 }, (_, seed) => makeTypos(text, 1, seededRandom(seed)));
    expect(new Set(typed).size).toBeGreaterThan(20);
  });

  it("are one edit each, and always one", () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const [once = "", twice = ""] = [1, 2].map((count) =>
        makeTypos(text, count, seededRandom(seed)),
      );
      expect([editsBetween(text, once), editsBetween(once, twice)]).toEqual([1, 1]);
    }
  });

  it("leave a text without letters alone", () => {
    expect(makeTypos("12 ?", 2, seededRandom(1))).toBe("12 ?");
  });
});

it("takes the smallest value that the share does not exceed as percentile", () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([percentile(values, 0.5), percentile(values, 0.99), percentile([7], 0.99)]).toEqual([
    50, 99, 7,
  ]);
});

it("counts an intent among the first places only", () => {
  const question = { text: "?", language: "fr", intent: "b" } as const;
  const readings = [{ ranked: ["a", "b"], confidence: 1, inScope: 1 }];
  expect([shareAmong(1, [question], readings), shareAmong(2, [question], readings)]).toEqual([
    0, 1,
  ]);
});

describe("the folds of a library", () => {
  const trials = libraryTrials(tinyLibrary, 5, all);
  const said = (library: Library) =>
    [...library.intents.map(({ utterances }) => utterances), library.outOfScope]
      .flatMap(({ fr, en }) => [...fr, ...en])
      .toSorted();

  it("ask every sentence once, of engines that did not learn it", () => {
    const asked = trials.flatMap(({ questions, outside }) => [...questions, ...outside]);
    expect(asked.map(({ text }) => text).toSorted()).toEqual(said(tinyLibrary));
    for (const { library, questions, outside } of trials) {
      const learnt = new Set(said(library));
      expect([...questions, ...outside].filter(({ text }) => learnt.has(text))).toEqual([]);
    }
  });

  it.each(engineNames)("are learnt and read by %s better than by chance", async (name) => {
    const learn = await engines[name]();
    const done = await Promise.all(
      trials.slice(0, 2).map(async (trial) => {
        const read = await learn(trial.library);
        const readAll = async (questions: typeof trial.questions) =>
          Promise.all(questions.map(async ({ text, language }) => read(text, language)));
        const report = {
          questions: await readAll(trial.questions),
          withOneTypo: await readAll(trial.withOneTypo),
          withTwoTypos: await readAll(trial.withTwoTypos),
          outside: await readAll(trial.outside),
          readMs: [1],
          fitMs: 1,
          emptyMb: 1,
          residentMb: 1,
          peakMb: 1,
        };
        return { trial, report };
      }),
    );
    const scores = scoreTrials(done, "fr");
    expect(scores.top1).toBeGreaterThan(1.5 / tinyLibrary.intents.length);
    expect(scores.top3).toBeGreaterThanOrEqual(scores.top1);
    expect(scores.auroc).toBeGreaterThan(0);
  });
});

it("learns a set on its training part and asks its validation part", () => {
  const set = {
    lang: "en" as const,
    train: ["a", "b", "c"].map((text) => ({ text, label: "x" })),
    val: [{ text: "d", label: "x" }],
    oosVal: [{ text: "e", label: "oos" }],
  };
  const trial = dataTrial(set, tinyLibrary, { examples: 2, questions: 5 });
  expect(trial.library.intents[0]?.utterances.en).toHaveLength(2);
  expect(trial.questions).toEqual([{ text: "d", language: "en", intent: "x" }]);
  expect(trial.outside).toEqual([{ text: "e", language: "en", intent: undefined }]);
});

it("makes up libraries of any size out of real words, the same each time", () => {
  const trial = syntheticTrial(tinyLibrary, 20);
  expect(trial.library.intents).toHaveLength(20);
  expect(syntheticTrial(tinyLibrary, 20)).toEqual(trial);
  const words = new Set(
    tinyLibrary.intents.flatMap(({ utterances }) =>
      utterances.fr.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []),
    ),
  );
  const [utterance = ""] = trial.library.intents[3]?.utterances.fr ?? [];
  expect(utterance.split(" ").filter((word) => !words.has(word))).toEqual([]);
});

/** Letters dropped, added, changed or swapped with the next to get from one text to the other. */
function editsBetween(from: string, to: string): number {
  const rows = Array.from({ length: from.length + 1 }, (_, row) =>
    Array.from({ length: to.length + 1 }, (__, column) =>
      row === 0 ? column : column === 0 ? row : 0,
    ),
  );
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    for (let column = 1; column <= to.length; column += 1) {
      const [letter, other] = [from[row - 1], to[column - 1]];
      const isSwap = letter === to[column - 2] && from[row - 2] === other;
      const edits = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (letter === other ? 0 : 1),
        isSwap ? at(row - 2, column - 2) + 1 : Infinity,
      );
      const line = rows[row];
      if (line) line[column] = edits;
    }
  }
  return at(from.length, to.length);
}

import { describe, expect, it } from "vitest";
import { isNotApplicable, valueOf } from "../../src/diagnostic/answer-value.ts";
import { levelOf, scoreOf, type DimensionScore } from "../../src/diagnostic/score.ts";
import { toFindOut } from "../../src/diagnostic/to-find-out.ts";
import { weightedScore } from "../../src/diagnostic/weighted-score.ts";
import type { Answers } from "../../src/model/diagnostic-run.ts";
import type { Question } from "../../src/model/questionnaire.ts";
import { answersAtTheirBest } from "../support/answers-at-their-best.ts";
import { questionnaire } from "../support/own-questionnaire.ts";
import { recorded, type WrittenAnswer } from "../support/recorded-answers.ts";

function question(id: string): Question {
  const found = questionnaire.questions.find((one) => one.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

function dimension(id: string, answers: Answers): DimensionScore | undefined {
  return scoreOf(questionnaire, "full", answers).dimensions.find((one) => one.id === id);
}

describe("the value of an answer", () => {
  it.each<[string, WrittenAnswer, number | undefined]>([
    ["M2", "a", 0],
    ["M2", "d", 3],
    ["M2", "?", undefined],
    ["M2", "-", undefined],
    ["M2", "no such code", undefined],
    ["H1", "3", 1.5],
    ["H3", 0, 0],
    ["H3", 6, 1.8],
    ["H3", 10, 3],
    ["X1", ["z"], 0],
    ["X1", ["a", "d"], 1.2],
    ["X1", ["a", "b", "c", "d", "e"], 3],
    ["X1", ["a", "a"], 0.6],
    ["X1", [], undefined],
    ["A2", ["a", "b", "c", "d", "e"], 3],
    ["S3", "n", undefined],
    ["P1", "b", undefined],
    ["W1", ["com"], undefined],
  ])("of %s answered %j is %s", (id, written, value) => {
    expect(valueOf(question(id), recorded({ [id]: written })[id])).toBe(value);
  });

  it("is none when nothing was answered", () => {
    expect(valueOf(question("M2"), undefined)).toBeUndefined();
  });

  it("is none when it does not concern them, and only that is not applicable", () => {
    const applies = (written: WrittenAnswer) =>
      !isNotApplicable(question("S3"), recorded({ S3: written })["S3"]);
    expect(["n", "a", "?", "-"].map(applies)).toEqual([false, true, true, true]);
    expect(isNotApplicable(question("S3"), undefined)).toBe(false);
  });
});

describe("the score of a dimension", () => {
  // M1 and M2 weigh 3 each.
  it.each<[string, Readonly<Record<string, WrittenAnswer>>, number | undefined, number]>([
    ["counts a zero", { M1: "d", M2: "a" }, 50, 1],
    ["leaves out what is unknown, and covers less", { M1: "d", M2: "?" }, 100, 0.5],
    ["leaves out what is skipped, and covers less", { M1: "d", M2: "-" }, 100, 0.5],
    ["leaves out what is not asked yet, and covers less", { M1: "d" }, 100, 0.5],
    ["is none, not zero, when all is unknown", { M1: "?", M2: "?" }, undefined, 0],
    ["is zero when all is at its lowest", { M1: "a", M2: "a" }, 0, 1],
  ])("%s", (_, written, score, coverage) => {
    const found = dimension("memoire", recorded(written));
    expect(found).toEqual({ id: "memoire", score, coverage, isConcerned: true });
  });

  it("leaves out what does not apply, and covers as much", () => {
    // S3 weighs 1 of 5.
    const some = { S1: "d", S2: "b" };
    expect(dimension("com", recorded({ ...some, S3: "n" }))).toMatchObject({ coverage: 4 / 5 });
    expect(dimension("com", recorded({ ...some, S3: "n" }))?.score).toBe(50);
    expect(dimension("com", recorded({ ...some, S3: "a" }))?.score).toBe(40);
  });

  it("is none below half the weight", () => {
    // X1 and X2 weigh 3 each, X3 2, X4 1.
    expect(dimension("protection", recorded({ X1: ["a"], X4: "b" }))?.score).toBeUndefined();
    expect(dimension("protection", recorded({ X1: ["a"], X3: "a" }))?.score).toBe(12);
  });

  it("does not concern those to whom nothing of it applies", () => {
    const only = questionnaire.questions.filter(({ id }) => id === "S3");
    const { dimensions } = scoreOf(
      { ...questionnaire, questions: only },
      "full",
      recorded({ S3: "n" }),
    );
    expect(dimensions.find(({ id }) => id === "com")).toEqual({
      id: "com",
      score: undefined,
      coverage: 0,
      isConcerned: false,
    });
  });

  it("rounds an exact half up", () => {
    const half = weightedScore([
      { weight: 1, value: 0.75 },
      { weight: 1, value: 3 },
    ]);
    expect(half).toBe(63);
  });
});

describe("the overall score", () => {
  const six = { S1: "e", I1: "d", C1: "d", M2: "d", A1: "d", T1: "a" };

  it("is the mean of the dimensions that have one, from six up", () => {
    expect(scoreOf(questionnaire, "short", recorded(six)).overall).toBe(83);
    const { T1: _, ...five } = six;
    expect(scoreOf(questionnaire, "short", recorded(five)).overall).toBeUndefined();
  });

  it("counts the questions that have a value", () => {
    const answers = recorded({ ...six, P1: "a", K1: "?", W1: ["com"] });
    expect(scoreOf(questionnaire, "short", answers).scored).toBe(6);
  });

  it("is 100 when all is at its best, and none when nothing is answered", () => {
    expect(scoreOf(questionnaire, "full", answersAtTheirBest(questionnaire)).overall).toBe(100);
    const none = scoreOf(questionnaire, "full", {});
    expect(none.overall).toBeUndefined();
    expect(none.dimensions.every(({ score }) => score === undefined)).toBe(true);
  });

  it("refuses to put words on less than the lowest level", () => {
    expect(() => levelOf(questionnaire, -1)).toThrow(RangeError);
  });
});

describe("what is to find out", () => {
  it("is what somebody did not know, of what was asked; not what they skipped", () => {
    const answers = recorded({ P1: "a", C3: "?", M2: "?", I1: "?", A1: "-", S2: "?" });
    const ids = (path: "short" | "full") =>
      toFindOut(questionnaire, path, answers).map(({ id }) => id);
    expect(ids("short")).toEqual(["I1", "M2"]);
    expect(ids("full")).toEqual(["S2", "I1", "M2"]);
  });
});

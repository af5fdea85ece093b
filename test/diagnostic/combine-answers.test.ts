import { describe, expect, it } from "vitest";
import { combineAnswers } from "../../src/diagnostic/combine-answers.ts";
import { scoreOf } from "../../src/diagnostic/score.ts";
import { valueOf } from "../../src/diagnostic/answer-value.ts";
import type { Answers } from "../../src/model/diagnostic-run.ts";
import { questionnaire } from "../support/own-questionnaire.ts";
import { randomAnswers } from "../support/random-answers.ts";
import { recorded, type WrittenAnswer } from "../support/recorded-answers.ts";
import { seededRandom } from "../support/seeded-random.ts";

const together = (
  id: string,
  written: readonly WrittenAnswer[],
  others: Readonly<Record<string, WrittenAnswer>> = {},
) =>
  combineAnswers(
    questionnaire,
    "full",
    written.map((one) => recorded({ ...others, [id]: one })),
  );

describe("what several people have in common", () => {
  it.each<[string, string, readonly WrittenAnswer[], WrittenAnswer]>([
    ["the middle of three", "M2", ["a", "c", "d"], "c"],
    ["the lower of the two in the middle", "M2", ["d", "a", "c", "b"], "b"],
    ["the lower of two", "M2", ["d", "b"], "b"],
    ["what those say who know", "M2", ["?", "c", "-", "?"], "c"],
    ["to find out, when nobody knows", "M2", ["-", "?", "-"], "?"],
    ["skipped, when nobody says", "M2", ["-", "-"], "-"],
    ["the middle number", "H3", [9, 0, 4], 4],
    ["a zero, which is a value", "H3", [0, 0, 10], 0],
    ["the option most chose of those worth as much", "S1", ["b", "c", "c"], "c"],
    ["the first of those worth as much, when as many chose them", "S1", ["c", "b"], "b"],
    ["not applicable, when most say so", "S3", ["n", "n", "d"], "n"],
    ["a value, when as many give one", "S3", ["n", "d"], "d"],
    [
      "as many ticks as the middle one has, the most frequent",
      "X1",
      [["a", "b"], ["c"], ["c", "d"]],
      ["a", "c"],
    ],
    ["no tick, when the middle one has none", "X1", [["z"], ["z"], ["a", "b"]], ["z"]],
    ["who most say they are", "P1", ["a", "b", "b"], "b"],
    [
      "the two wishes most have",
      "W1",
      [["com", "info"], ["cap"], ["cap", "info"]],
      ["info", "cap"],
    ],
    ["a wish rather than none", "W1", [["zz"], ["com"]], ["com"]],
    ["no wish, when nobody has one", "W1", [["zz"], ["zz"]], ["zz"]],
  ])("is %s", (_, id, written, common) => {
    expect(together(id, written).answers).toEqual(recorded({ [id]: common }));
  });

  it("leaves free sentences with those who wrote them", () => {
    const about: Answers = { W2: { kind: "about", intents: ["data.gdpr"] } };
    expect(combineAnswers(questionnaire, "full", [about, about, about]).answers).toEqual({});
  });

  it("has no answer to what the common answers hide, nor to what was hidden from somebody", () => {
    const employees = recorded({ P1: "b", C3: "d" });
    const volunteers = recorded({ P1: "a", C3: "a" });
    const most = combineAnswers(questionnaire, "full", [employees, volunteers, volunteers]);
    expect(most).toEqual({ answers: recorded({ P1: "a" }), apart: [] });
    const few = combineAnswers(questionnaire, "full", [employees, employees, volunteers]);
    expect(few).toEqual({ answers: employees, apart: [] });
  });

  it("scores as the median of each question", () => {
    const { answers } = together("X1", [["a"], ["a", "b"], ["a", "b", "c", "d", "e"]], { X2: "a" });
    // 3 × 1.2 and 3 × 0, of 8.
    const { dimensions } = scoreOf(questionnaire, "full", answers);
    expect(dimensions.find(({ id }) => id === "protection")?.score).toBe(20);
  });

  it("is a lower median on every question of any group", () => {
    const random = seededRandom(5);
    let checked = 0;
    for (let run = 0; run < 200; run += 1) {
      const size = 2 + Math.floor(random() * 7);
      const all = Array.from({ length: size }, () => ({
        ...randomAnswers(questionnaire, random),
        ...recorded({ P1: "b", S1: "e", S3: "c", C3: "c", X4: "b" }),
      }));
      const { answers } = combineAnswers(questionnaire, "full", all);
      for (const question of questionnaire.questions.filter(({ dimension }) => dimension)) {
        const values = all.flatMap((one) => valueOf(question, one[question.id]) ?? []);
        const sorted = values.toSorted((one, other) => one - other);
        expect(valueOf(question, answers[question.id])).toBe(
          sorted[Math.ceil(sorted.length / 2) - 1],
        );
        checked += values.length;
      }
    }
    expect(checked).toBeGreaterThan(10_000);
  });
});

describe("what to look at together", () => {
  it.each<[string, string, readonly WrittenAnswer[], readonly object[]]>([
    ["nothing below two points", "M2", ["a", "b", "a"], []],
    ["a question two points apart", "M2", ["a", "c", "b"], [{ question: "M2", from: 0, to: 2 }]],
    [
      "no spread with two answers: each would guess the other's",
      "M2",
      ["a", "d"],
      [{ question: "M2" }],
    ],
    [
      "no spread with two values among more people",
      "M2",
      ["a", "d", "?", "-"],
      [{ question: "M2" }],
    ],
    ["nothing of what is not known", "M2", ["?", "d", "?"], []],
    [
      "ticks by what they are worth",
      "X1",
      [["a"], ["z"], ["a", "b", "c", "d"]],
      [{ question: "X1", from: 0, to: 2.4 }],
    ],
    ["nothing of what is not scored", "P1", ["a", "b", "d"], []],
  ])("is %s", (_, id, written, apart) => {
    expect(together(id, written).apart).toEqual(apart);
  });
});

import { describe, expect, it } from "vitest";
import { compareRuns, type ComparedRun } from "../../src/diagnostic/compare-runs.ts";
import type { Question, Questionnaire } from "../../src/model/questionnaire.ts";
import { answersAtTheirBest } from "../support/answers-at-their-best.ts";
import { questionnaire } from "../support/own-questionnaire.ts";
import { recorded, type WrittenAnswer } from "../support/recorded-answers.ts";

type Written = Readonly<Record<string, WrittenAnswer>>;

const full = (written: Written): ComparedRun => ({
  questionnaire,
  path: "full",
  answers: recorded(written),
});
const short = (written: Written): ComparedRun => ({ ...full(written), path: "short" });

function compared(before: ComparedRun, after: ComparedRun, id: string) {
  return compareRuns(before, after).dimensions.find((one) => one.id === id);
}

/** The questionnaire after one of its questions was changed. */
function withQuestion(id: string, change: (question: Question) => Question): Questionnaire {
  const questions = questionnaire.questions.map((one) => (one.id === id ? change(one) : one));
  return { ...questionnaire, version: "another", questions };
}

describe("a comparison with a previous run", () => {
  it("tells first what rose and what fell, and to what", () => {
    const {
      rose,
      fell,
      compared: count,
    } = compareRuns(
      full({ M1: "b", M2: "a", X1: ["a", "b"], S1: "b" }),
      full({ M1: "b", M2: "c", X1: ["a"], S1: "c" }),
    );
    expect(rose).toEqual([
      {
        question: "M2",
        before: { kind: "options", codes: ["a"] },
        after: { kind: "options", codes: ["c"] },
        from: 0,
        to: 2,
      },
    ]);
    expect(fell.map(({ question, from, to }) => [question, from, to])).toEqual([["X1", 1.2, 0.6]]);
    expect(count).toBe(4);
  });

  // One question of a short run: 33 points an answer; two of the full one, 3 each: 17 points.
  it.each<[string, Written, Written, string]>([
    ["up by 10 points or more", { M1: "b", M2: "a" }, { M1: "b", M2: "b" }, "up"],
    ["down by 10 points or more", { M1: "b", M2: "b" }, { M1: "b", M2: "a" }, "down"],
    [
      "stable between them",
      { X1: ["a"], X2: "b", X3: "b" },
      { X1: ["a", "b"], X2: "b", X3: "b" },
      "stable",
    ],
    ["not comparable without an answer in both", { M1: "a" }, { M2: "a" }, "apart"],
    [
      "not comparable below half the weight",
      { X1: ["a"], X2: "?", X3: "?" },
      { X1: ["a"], X2: "a", X3: "a" },
      "apart",
    ],
  ])("says that a dimension is %s", (_, before, after, trend) => {
    const id = "M1" in before || "M1" in after ? "memoire" : "protection";
    expect(compared(full(before), full(after), id)?.trend).toBe(trend);
  });

  it("recomputes both scores on what was answered with a value both times", () => {
    const before = full({ M1: "a", M2: "c" });
    expect(compared(before, full({ M1: "?", M2: "d" }), "memoire")).toEqual({
      id: "memoire",
      trend: "up",
      before: 67,
      after: 100,
    });
  });

  it("compares a short run with a full one, on the ten questions of both", () => {
    const answers = answersAtTheirBest(questionnaire);
    const low = short({
      S1: "a",
      I1: "a",
      C1: "a",
      M2: "a",
      A1: "a",
      T1: "a",
      K1: "a",
      H1: "1",
      G1: "a",
      X1: ["z"],
    });
    const comparison = compareRuns(low, { questionnaire, path: "full", answers });
    expect(comparison.compared).toBe(10);
    expect(comparison.dimensions.map(({ trend }) => trend)).toEqual(
      Array.from({ length: 10 }, () => "up"),
    );
    expect(comparison.overall).toEqual({ before: 0, after: 100 });
  });

  it("finds nothing but what is stable between a run and itself", () => {
    const run: ComparedRun = {
      questionnaire,
      path: "full",
      answers: answersAtTheirBest(questionnaire),
    };
    const { rose, fell, dimensions } = compareRuns(run, run);
    expect([rose, fell]).toEqual([[], []]);
    expect(new Set(dimensions.map(({ trend }) => trend))).toEqual(new Set(["stable"]));
  });

  it("has no mean of too few dimensions", () => {
    expect(
      compareRuns(full({ M1: "a", M2: "a" }), full({ M1: "b", M2: "b" })).overall,
    ).toBeUndefined();
  });

  it("leaves out an answer that is hidden in one of them", () => {
    const before = full({ P1: "b", C1: "a", C2: "a", C3: "d" });
    expect(compareRuns(before, full({ P1: "a", C1: "a", C2: "a", C3: "a" })).fell).toEqual([]);
  });
});

describe("a comparison over two versions of the questionnaire", () => {
  const before = full({ M1: "b", M2: "a" });
  const after = (changed: Questionnaire) => ({
    ...full({ M1: "b", M2: "c" }),
    questionnaire: changed,
  });

  it.each<[string, (question: Question) => Question]>([
    [
      "an option is worth something else",
      (question) => ({
        ...question,
        options: question.options.map((option) =>
          option.code === "b" ? { ...option, value: 1.5 } : option,
        ),
      }),
    ],
    ["an option is gone", (question) => ({ ...question, options: question.options.slice(0, 3) })],
    [
      "an option is new",
      (question) => ({
        ...question,
        options: [...question.options, { code: "e", label: question.text, value: 3, synonyms: [] }],
      }),
    ],
    [
      "an option concerns them no more",
      (question) => ({
        ...question,
        options: question.options.map((option) => ({
          ...option,
          isNotApplicable: option.code === "a",
        })),
      }),
    ],
    ["it is a question of another kind", (question) => ({ ...question, kind: "scale" })],
    ["it is another question", (question) => ({ ...question, id: "M9" })],
  ])("leaves a question out when %s", (_, change) => {
    const { compared: count, rose } = compareRuns(before, after(withQuestion("M2", change)));
    expect([count, rose]).toEqual([1, []]);
  });

  it("compares a question that is only worded better", () => {
    const worded = withQuestion("M2", (question) => ({
      ...question,
      text: { fr: "Mieux dit ?", en: "Better said?" },
      options: question.options.map((option) => ({ ...option, synonyms: ["autre"] })).toReversed(),
    }));
    expect(compareRuns(before, after(worded)).rose.map(({ question }) => question)).toEqual(["M2"]);
  });
});

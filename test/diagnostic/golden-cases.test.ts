import { describe, expect, it } from "vitest";
import { recommend, type Advised } from "../../src/diagnostic/recommend.ts";
import { levelOf, scoreOf } from "../../src/diagnostic/score.ts";
import { goldenCases } from "../support/golden-cases.ts";
import { questionnaire } from "../support/own-questionnaire.ts";

const ids = (advised: readonly Advised[]) => advised.map(({ recommendation }) => recommendation.id);

describe("the worked examples", () => {
  it("are five", () => {
    expect(goldenCases.map(({ letter }) => letter)).toEqual(["A", "B", "C", "D", "E"]);
  });

  it.each(goldenCases)("come out as expected: $name", (golden) => {
    const { answers } = golden;
    const { dimensions, overall } = scoreOf(questionnaire, golden.path, answers);
    const advice = recommend(questionnaire, { path: golden.path, answers, setAside: {} });
    expect({
      scores: Object.fromEntries(dimensions.map(({ id, score }) => [id, score ?? null])),
      coverage: Object.fromEntries(dimensions.map(({ id, coverage }) => [id, coverage])),
      overall: overall ?? null,
      alerts: advice.alerts,
      now: ids(advice.now),
      next: ids(advice.next),
      laterCount: advice.later.length,
    }).toEqual(golden.expected);
  });

  it.each([
    [18, "Premiers pas"],
    [51, "Bien engagé"],
    [90, "Solide, à transmettre"],
    [0, "Premiers pas"],
    [24, "Premiers pas"],
    [25, "En chemin"],
    [75, "Solide, à transmettre"],
    [100, "Solide, à transmettre"],
  ])("say %s in words: %s", (score, words) => {
    expect(levelOf(questionnaire, score).name.fr).toBe(words);
  });
});

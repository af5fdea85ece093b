import { describe, expect, it } from "vitest";
import { recommend } from "../../src/diagnostic/recommend.ts";
import { scoreOf } from "../../src/diagnostic/score.ts";
import {
  mostQuestions,
  visibleAnswers,
  visibleQuestions,
} from "../../src/diagnostic/visible-questions.ts";
import type { Answers } from "../../src/model/diagnostic-run.ts";
import type { Questionnaire } from "../../src/model/questionnaire.ts";
import { questionnaire } from "../support/own-questionnaire.ts";
import { recorded } from "../support/recorded-answers.ts";

const ids = (path: "short" | "full", answers: Answers) =>
  visibleQuestions(questionnaire, path, answers).map(({ id }) => id);

describe("the questions asked", () => {
  it("are twelve on the short path, all of them on the full one, in the same order", () => {
    const short = ids("short", {});
    expect(short).toHaveLength(12);
    expect(ids("full", {}).filter((id) => short.includes(id))).toEqual(short);
  });

  it("are 28 to 30 on the full path, and never more than was told", () => {
    expect(mostQuestions(questionnaire, "full")).toBe(30);
    expect(mostQuestions(questionnaire, "short")).toBe(12);
    expect(ids("full", recorded({ P1: "a", S1: "a" }))).toHaveLength(28);
    expect(ids("full", recorded({ P1: "b", S1: "e" }))).toHaveLength(30);
  });

  it("leave out the one that comes after the result", () => {
    expect(ids("full", {})).not.toContain("P3");
  });

  it("depend on what was answered, not on what is unknown", () => {
    expect(ids("full", recorded({ S1: "?", P1: "-" }))).not.toContain("S4");
    expect(ids("full", recorded({ S1: "c" }))).toContain("S4");
    expect(ids("short", recorded({ S1: "c", P1: "b" }))).not.toContain("S4");
  });
});

describe("a question that waits for a hidden one", () => {
  it("is hidden too, whatever was answered to it before", () => {
    const chained: Questionnaire = {
      ...questionnaire,
      questions: questionnaire.questions.map((one) =>
        one.id === "M1" ? { ...one, showIf: { question: "C3", is: ["d"] } } : one,
      ),
    };
    const asked = (who: string) =>
      visibleQuestions(chained, "full", recorded({ P1: who, C3: "d" })).map(({ id }) => id);
    expect([asked("b").includes("M1"), asked("a").includes("M1")]).toEqual([true, false]);
  });
});

describe("an answer to a question that is hidden", () => {
  const employees = recorded({ P1: "b", C1: "d", C2: "d", C3: "a" });
  const volunteers = { ...employees, ...recorded({ P1: "a" }) };
  const collab = (answers: Answers) =>
    scoreOf(questionnaire, "full", answers).dimensions.find(({ id }) => id === "collab")?.score;
  const advised = (answers: Answers) => {
    const { now, next, later } = recommend(questionnaire, { path: "full", answers, setAside: {} });
    return [...now, ...next, ...later].map(({ recommendation }) => recommendation.id);
  };

  it("counts neither in scores nor in advice, and is back with the question", () => {
    const back = { ...volunteers, ...recorded({ P1: "c" }) };
    expect([employees, volunteers, back].map(collab)).toEqual([67, 100, 67]);
    expect(
      [employees, volunteers, back].map((one) =>
        advised(one).includes("collab.regles-teletravail"),
      ),
    ).toEqual([true, false, true]);
  });

  it("is erased at completion, with what another path asked", () => {
    expect(Object.keys(visibleAnswers(questionnaire, "full", volunteers))).toEqual([
      "P1",
      "C1",
      "C2",
    ]);
    expect(Object.keys(visibleAnswers(questionnaire, "short", employees))).toEqual(["P1", "C1"]);
    expect(visibleAnswers(questionnaire, "full", employees)).toEqual(employees);
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { recommend, type Advice, type Advised } from "../../src/diagnostic/recommend.ts";
import { scoreOf } from "../../src/diagnostic/score.ts";
import { paths, type DiagnosticPath } from "../../src/model/diagnostic-run.ts";
import type { Condition } from "../../src/model/questionnaire.ts";
import { inAnotherOrder, randomAnswers } from "../support/random-answers.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { questionnaire } from "../support/own-questionnaire.ts";

const runsEach = 10_000;

const idOf = ({ recommendation }: Advised) => recommendation.id;
const dimensionsOf = (advised: readonly Advised[]) =>
  advised.map(({ recommendation }) => recommendation.dimension);
const effortsOf = (advised: readonly Advised[]) =>
  advised.map(({ recommendation }) => recommendation.effort);
const everything = ({ now, next, later }: Advice) => [...now, ...next, ...later];

/** What a run breaks of what is promised, in words. */
function faultsOf(advice: Advice, scores: readonly (number | undefined)[]): string[] {
  const { now, next } = advice;
  const all = everything(advice);
  const toDo = new Set(all.map(idOf));
  const canStart = ({ recommendation }: Advised) =>
    recommendation.after.every((id) => !toDo.has(id));
  const isEasyToStart = (one: Advised) => canStart(one) && one.recommendation.effort === "S";
  const comesTooSoon = (one: Advised, index: number) =>
    one.recommendation.after.some(
      (id) =>
        toDo.has(id) && ![...now, ...next.slice(0, index)].some((other) => idOf(other) === id),
    );
  const six = dimensionsOf([...now, ...next]);
  const promises: Readonly<Record<string, boolean>> = {
    "scores are whole, 0 to 100": scores.every(
      (score) => score === undefined || (Number.isInteger(score) && score >= 0 && score <= 100),
    ),
    "at most three now and three next": now.length <= 3 && next.length <= 3,
    "something now as soon as something can start":
      now.length > 0 || !all.some((one) => canStart(one) && one.recommendation.effort !== "L"),
    "the first is easy when one is": effortsOf(now)[0] === "S" || !all.some(isEasyToStart),
    "at most one M now, no L":
      effortsOf(now).filter((effort) => effort === "M").length <= 1 &&
      !effortsOf(now).includes("L"),
    "different dimensions now": new Set(dimensionsOf(now)).size === now.length,
    "at most two of a dimension over six": six.every(
      (one) => six.filter((other) => other === one).length <= 2,
    ),
    "at most one L next": effortsOf(next).filter((effort) => effort === "L").length <= 1,
    "nothing before what comes first": now.every(canStart) && !next.some(comesTooSoon),
    "nothing twice": toDo.size === all.length,
  };
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}

describe.each(paths)("10,000 runs of chance on the %s path", (path: DiagnosticPath) => {
  const faults: string[] = [];
  const changing: number[] = [];
  const advised = new Set<string>();
  let wishesHeard = 0;

  beforeAll(() => {
    const random = seededRandom(path === "short" ? 7 : 71);
    for (let run = 0; run < runsEach; run += 1) {
      const answers = randomAnswers(questionnaire, random);
      const scores = scoreOf(questionnaire, path, answers);
      const advice = recommend(questionnaire, { path, answers, setAside: {} });
      const all = [scores.overall, ...scores.dimensions.map(({ score }) => score)];
      faults.push(...faultsOf(advice, all).map((fault) => `run ${run}: ${fault}`));
      for (const one of everything(advice)) advised.add(idOf(one));
      const wished = answers["W1"]?.kind === "options" ? answers["W1"].codes : [];
      if (dimensionsOf(advice.now).some((one) => wished.includes(one))) wishesHeard += 1;
      if (run % 20 > 0) continue;
      const again = { path, answers: inAnotherOrder(answers, random), setAside: {} };
      const isSame =
        JSON.stringify(recommend(questionnaire, again)) === JSON.stringify(advice) &&
        JSON.stringify(scoreOf(questionnaire, path, again.answers)) === JSON.stringify(scores);
      if (!isSame) changing.push(run);
    }
  }, 120_000);

  it("keep every promise", () => {
    expect(faults).toEqual([]);
  });

  it("say the same of the same answers, whatever order they are kept in", () => {
    expect(changing).toEqual([]);
  });

  it("often start with what was wished", () => {
    expect(wishesHeard).toBeGreaterThan(runsEach / 2);
  });

  it("reach every recommendation that the path can lead to", () => {
    const reachable = questionnaire.recommendations
      .filter(({ when }) => canBeMet(when, path))
      .map(({ id }) => id);
    expect(reachable).toHaveLength(path === "full" ? 71 : 29);
    expect([...advised].toSorted()).toEqual(reachable.toSorted());
  });
});

/** Whether the path asks what a condition looks at. */
function canBeMet(condition: Condition, path: DiagnosticPath): boolean {
  if ("any" in condition) return condition.any.some((one) => canBeMet(one, path));
  if ("all" in condition) return condition.all.every((one) => canBeMet(one, path));
  if ("dimensionsAtLeast" in condition) return true;
  const asked = questionnaire.questions.find(({ id }) => id === condition.question);
  return path === "full" || asked?.isShort === true;
}

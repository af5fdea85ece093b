import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { recommend, type Advised } from "../../src/diagnostic/recommend.ts";
import { levelOf, scoreOf } from "../../src/diagnostic/score.ts";
import { projectRoot } from "../support/project-root.ts";
import { recorded } from "../support/recorded-answers.ts";
import { questionnaire } from "../support/own-questionnaire.ts";

const written = z.union([z.string(), z.number(), z.array(z.string())]);
const caseShape = z.object({
  name: z.string(),
  path: z.enum(["short", "full"]),
  answers: z.record(z.string(), written),
  expected: z.object({
    scores: z.record(z.string(), z.number().nullable()),
    coverage: z.record(z.string(), z.number()),
    overall: z.number().nullable(),
    alerts: z.array(z.string()),
    now: z.array(z.string()),
    next: z.array(z.string()),
    laterCount: z.number(),
  }),
});

function casesIn(file: string): z.infer<typeof caseShape>[] {
  const path = join(projectRoot, "test/fixtures/diagnostic", file);
  return z.array(caseShape).parse(JSON.parse(readFileSync(path, "utf8")));
}

// The annex of DIAGNOSTIC.md gives the answers of A, B and C; those of D and E follow its section 6.
const cases = [...casesIn("golden-cases.json"), ...casesIn("described-cases.json")];

const ids = (advised: readonly Advised[]) => advised.map(({ recommendation }) => recommendation.id);

describe("the worked examples", () => {
  it("are five", () => {
    expect(cases.map(({ name }) => name[0])).toEqual(["A", "B", "C", "D", "E"]);
  });

  it.each(cases)("come out as expected: $name", (golden) => {
    const answers = recorded(golden.answers);
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

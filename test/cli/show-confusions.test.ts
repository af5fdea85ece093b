import { expect, it } from "vitest";
import { scoreQuestions, type ScoredQuestion } from "../../src/cli/score-questions.ts";
import { showConfusions } from "../../src/cli/show-confusions.ts";
import { createFindNearest } from "../../src/loading/nearest-utterance.ts";
import { library } from "../support/small-library.ts";

function taken(question: string, expected: string, got: string | undefined): ScoredQuestion {
  const candidates = got === undefined ? [] : [{ intent: got, confidence: 0.5 }];
  return {
    label: { language: "fr", kind: "plain", intents: expected.split("|"), question },
    outcome: { decision: "answer", intents: [], confidence: 0.5, candidates },
  };
}

function shown(...scored: readonly ScoredQuestion[]) {
  const known = new Set(library.intents.map(({ id }) => id));
  const { confusions } = scoreQuestions(scored, known);
  return showConfusions(confusions, scored, createFindNearest(library));
}

const [utterance = ""] =
  library.intents.find(({ id }) => id === "website.cost")?.utterances.fr ?? [];

it("shows two questions at most of a confusion, with the nearest utterance of each side", () => {
  const [confusion] = shown(
    taken(`${utterance} svp`, "website.cost", "website.hosting"),
    taken("deux", "website.cost", "website.hosting"),
    taken("trois", "website.cost", "website.hosting"),
    taken("juste", "website.cost", "website.cost"),
  );
  expect(confusion?.times).toBe(3);
  expect(confusion?.examples.map(({ question }) => question)).toEqual([`${utterance} svp`, "deux"]);
  const [expected, got] = confusion?.examples[0]?.nearest ?? [];
  expect(expected).toMatchObject({ intent: "website.cost", utterance });
  expect(expected?.likeness).toBeGreaterThan(0.6);
  expect(got?.intent).toBe("website.hosting");
  expect(got?.likeness).toBeLessThan(expected?.likeness ?? 0);
});

it("takes the nearest of several right intents, and nothing where nothing was understood", () => {
  const [confusion] = shown(taken(utterance, "website.hosting|website.cost", undefined));
  expect(confusion?.got).toBe("nothing");
  expect(confusion?.examples[0]?.nearest).toEqual([
    { intent: "website.cost", utterance, likeness: 1 },
  ]);
});

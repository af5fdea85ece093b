import { expect, it } from "vitest";
import { printScores } from "../../src/cli/print-scores.ts";
import { scoreQuestions } from "../../src/cli/score-questions.ts";
import { showConfusions } from "../../src/cli/show-confusions.ts";
import type { Outcome } from "../../src/model/turn.ts";

function scored(expected: string, decision: Outcome["decision"], ...candidates: string[]) {
  const offered = { answer: 1, clarify: 3, unknown: 0 }[decision];
  return {
    label: { language: "fr", kind: "plain", intents: expected.split("|"), question: "?" },
    outcome: {
      decision,
      intents: candidates.slice(0, offered),
      confidence: 0.5,
      candidates: candidates.map((intent) => ({ intent, confidence: 0.5 })),
    },
  };
}

const scores = scoreQuestions(
  [
    scored("a.a", "answer", "a.a", "b.b"),
    scored("a.a|b.b", "answer", "b.b"),
    scored("a.a", "answer", "b.b", "a.a"),
    scored("a.a", "clarify", "b.b", "c.c", "a.a"),
    scored("a.a", "unknown", "a.a"),
    scored("out-of-scope", "unknown", "a.a"),
    scored("out-of-scope", "answer", "a.a"),
    scored("z.z", "answer", "a.a"),
  ],
  new Set(["a.a", "b.b", "c.c"]),
);

it("counts what is right first, among three, answered, offered and wrong", () => {
  expect(scores.all).toEqual({
    questions: 5,
    top1: 3,
    top3: 5,
    answered: 2,
    offered: 1,
    answeredWrongly: 1,
  });
  expect(scores.byKind["fr plain"]).toEqual(scores.all);
});

it("counts apart what nothing covers", () => {
  expect(scores.outOfScope["all"]).toEqual({
    questions: 2,
    refused: 1,
    offered: 0,
    answeredWrongly: 1,
  });
  expect(scores.notCovered).toEqual({ questions: 1, answered: 1 });
});

it("names what is taken for what", () => {
  expect(scores.confusions).toEqual([{ expected: "a.a", got: "b.b", times: 2 }]);
  const shown = { ...scores, confusions: showConfusions(scores.confusions, [], () => undefined) };
  expect(printScores(shown)).toContain("2  a.a -> b.b");
  expect(printScores(shown)).toMatch(/all +5 +60\.0 +100\.0 +40\.0 +60\.0 +20\.0/);
});

import { describe, expect, it } from "vitest";
import { explain, type WantedChange, type WhyAdvised } from "../../src/diagnostic/explain.ts";
import { recommend, type Advice } from "../../src/diagnostic/recommend.ts";
import type { Answers, RecordedAnswer } from "../../src/model/diagnostic-run.ts";
import { answersAtTheirBest } from "../support/answers-at-their-best.ts";
import { questionnaire } from "../support/own-questionnaire.ts";
import { randomAnswers } from "../support/random-answers.ts";
import { recorded, type WrittenAnswer } from "../support/recorded-answers.ts";
import { seededRandom } from "../support/seeded-random.ts";

const everything = ({ now, next, later }: Advice) => [...now, ...next, ...later];

function advisedOn(answers: Answers) {
  return everything(recommend(questionnaire, { path: "full", answers, setAside: {} }));
}

function why(id: string, answers: Answers): WhyAdvised {
  const advised = advisedOn(answers).find(({ recommendation }) => recommendation.id === id);
  if (!advised) throw new Error(`${id} is not advised`);
  return explain(questionnaire, advised, answers);
}

describe("why something is advised", () => {
  it.each<[string, Readonly<Record<string, WrittenAnswer>>, readonly WantedChange[]]>([
    ["memoire.copie-express", { M2: "a" }, [{ kind: "choose", question: "M2", codes: ["c"] }]],
    ["memoire.copie-express", { M2: "?" }, [{ kind: "choose", question: "M2", codes: ["c"] }]],
    [
      "protection.double-verification",
      { X1: ["a"] },
      [{ kind: "tick", question: "X1", codes: ["c"], count: 1 }],
    ],
    [
      "com.cles-du-site",
      { S1: "e", S4: ["a"] },
      [{ kind: "tick", question: "S4", codes: ["c", "d"], count: 2 }],
    ],
    [
      "papier.un-de-moins",
      { A2: ["a"] },
      [{ kind: "tick", question: "A2", codes: ["b", "c", "d", "e"], count: 1 }],
    ],
    [
      "papier.un-de-moins",
      { A2: ["z"] },
      [{ kind: "tick", question: "A2", codes: ["a", "b", "c", "d", "e"], count: 2 }],
    ],
    ["personnes.connexion", { H3: 4 }, [{ kind: "number", question: "H3", atLeast: 5 }]],
    [
      // Either would do for an "and": the fewest changes, in the order of the questions.
      "collab.hebergeur-ethique",
      { C1: "a", M1: "a" },
      [{ kind: "choose", question: "C1", codes: ["d"] }],
    ],
    [
      "memoire.passation",
      { X2: "a", G1: "b" },
      [
        { kind: "choose", question: "G1", codes: ["c"] },
        { kind: "choose", question: "X2", codes: ["c"] },
      ],
    ],
    [
      // Who keeps the association going is not something to change.
      "personnes.salaries-benevoles",
      { P1: "b", H1: "3", I1: "d" },
      [{ kind: "choose", question: "H1", codes: ["4"] }],
    ],
  ])("%s, after %j, would be removed by %j", (id, written, changes) => {
    expect(why(id, recorded(written)).removedBy).toEqual(changes);
  });

  it("names the answers it comes from, and no other", () => {
    const answers = recorded({ X2: "a", G1: "d", M2: "a" });
    expect(why("memoire.passation", answers).because).toEqual([
      { question: "X2", answer: { kind: "options", codes: ["a"] } },
    ]);
  });

  it("names ticks that remove it together, when not any of them would", () => {
    const [advised] = advisedOn(recorded({ X1: ["z"] }));
    if (!advised) throw new Error("nothing is advised");
    const lacks = (code: string) => ({ question: "X1", lacks: code });
    const when = { any: [lacks("c"), { all: [lacks("a"), lacks("b")] }] };
    const picky = { ...advised, recommendation: { ...advised.recommendation, when } };
    expect(explain(questionnaire, picky, recorded({ X1: ["z"] })).removedBy).toEqual([
      { kind: "tick", question: "X1", codes: ["a", "c"], count: 2 },
    ]);
  });

  it("is nothing to mend for a strength to share", () => {
    expect(why("suite.partager", answersAtTheirBest(questionnaire))).toEqual({
      because: [],
      removedBy: [],
    });
  });

  it("has nothing left to change once answers have changed", () => {
    const [advised] = advisedOn(recorded({ M2: "b" }));
    if (!advised) throw new Error("nothing is advised");
    expect(explain(questionnaire, advised, recorded({ M2: "d" })).removedBy).toEqual([]);
  });

  it("holds for whatever is answered: the changes told remove it", () => {
    const random = seededRandom(11);
    const kept: string[] = [];
    let told = 0;
    for (let run = 0; run < 150; run += 1) {
      const answers = randomAnswers(questionnaire, random);
      for (const advised of advisedOn(answers)) {
        const { removedBy } = explain(questionnaire, advised, answers);
        const { id } = advised.recommendation;
        const still = advisedOn(changed(answers, removedBy)).map((one) => one.recommendation.id);
        if (still.includes(id) && id !== "suite.partager") kept.push(`run ${run}: ${id}`);
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(1000);
    expect(kept).toEqual([]);
  }, 60_000);
});

function changed(answers: Answers, changes: readonly WantedChange[]): Answers {
  const entries = changes.map((change): [string, RecordedAnswer] => {
    const given = answers[change.question];
    if (change.kind === "number")
      return [change.question, { kind: "number", number: change.atLeast }];
    if (change.kind === "choose")
      return [change.question, { kind: "options", codes: change.codes.slice(-1) }];
    const ticked = given?.kind === "options" ? given.codes.filter((code) => code !== "z") : [];
    const more = change.codes.slice(-change.count);
    return [change.question, { kind: "options", codes: [...ticked, ...more] }];
  });
  return { ...answers, ...Object.fromEntries(entries) };
}

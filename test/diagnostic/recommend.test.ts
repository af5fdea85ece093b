import { describe, expect, it } from "vitest";
import { mostValueOf, valueOf } from "../../src/diagnostic/answer-value.ts";
import {
  recommend,
  type Advice,
  type Advised,
  type AdviceSource,
} from "../../src/diagnostic/recommend.ts";
import { scoreOf } from "../../src/diagnostic/score.ts";
import type { RecordedAnswer } from "../../src/model/diagnostic-run.ts";
import type { Question, Questionnaire, Recommendation } from "../../src/model/questionnaire.ts";
import { subsetsBySize } from "../../src/diagnostic/subsets-by-size.ts";
import { answersAtTheirBest } from "../support/answers-at-their-best.ts";
import { questionnaire } from "../support/own-questionnaire.ts";
import { recorded, type WrittenAnswer } from "../support/recorded-answers.ts";

const best = answersAtTheirBest(questionnaire);
const scored = questionnaire.questions.filter(({ dimension }) => dimension !== undefined);
const ids = (advised: readonly Advised[]) => advised.map(({ recommendation }) => recommendation.id);
const everything = ({ now, next, later }: Advice) => [...now, ...next, ...later];

function advice(
  written: Readonly<Record<string, WrittenAnswer>>,
  source: Partial<AdviceSource> = {},
): Advice {
  return recommend(questionnaire, {
    path: "full",
    answers: recorded(written),
    setAside: {},
    ...source,
  });
}

/** The questionnaire with one of its recommendations changed. */
function changedAdvice(id: string, change: Partial<Recommendation>): Questionnaire {
  const recommendations = questionnaire.recommendations.map((one) =>
    one.id === id ? { ...one, ...change } : one,
  );
  return { ...questionnaire, recommendations };
}

function zeroOf({ kind, options }: Question): WrittenAnswer {
  if (kind === "number") return 0;
  const zero = options.find(({ value, isExclusive }) => value === 0 || isExclusive)?.code ?? "";
  return kind === "several" ? [zero] : zero;
}

/** Everything that can be answered to a scored question. */
function everyAnswer(question: Question): RecordedAnswer[] {
  const codes = question.options.map(({ code }) => code);
  const ticks = question.options.filter(({ isExclusive }) => !isExclusive).map(({ code }) => code);
  const lists =
    question.kind === "several" ? [...subsetsBySize(ticks), ["z"]] : codes.map((code) => [code]);
  const numbers =
    question.kind === "number" ? Array.from({ length: 11 }, (_, number) => number) : [];
  return [
    { kind: "unknown" },
    ...lists.map((some): RecordedAnswer => ({ kind: "options", codes: some })),
    ...numbers.map((number): RecordedAnswer => ({ kind: "number", number })),
  ];
}

function inWriting(answer: RecordedAnswer): string {
  if (answer.kind === "options") return answer.codes.join("+");
  return answer.kind === "number" ? String(answer.number) : answer.kind;
}

describe("answers at the ends", () => {
  it("at their best give one thing to do: tell others", () => {
    const all = recommend(questionnaire, { path: "full", answers: best, setAside: {} });
    expect(ids(everything(all))).toEqual(["suite.partager"]);
    expect(all.now[0]).toMatchObject({ need: 1 / 9, because: [] });
  });

  it("all unknown give no score, and three first steps", () => {
    const unknown = Object.fromEntries(questionnaire.questions.map(({ id }) => [id, "?"]));
    for (const path of ["short", "full"] as const) {
      const { overall, dimensions } = scoreOf(questionnaire, path, recorded(unknown));
      expect([overall, ...dimensions.map(({ score }) => score)]).toEqual(
        Array.from({ length: 11 }, () => undefined),
      );
      const { now, alerts } = advice(unknown, { path });
      expect(now.map(({ recommendation }) => recommendation.effort)).toEqual(["S", "S", "S"]);
      expect(alerts).toEqual([]);
    }
  });

  it("all skipped, or nothing answered, give no advice and no error", () => {
    const skipped = Object.fromEntries(questionnaire.questions.map(({ id }) => [id, "-"]));
    expect([skipped, {}].map((one) => everything(advice(one)))).toEqual([[], []]);
  });

  it("all at zero give zero, and three alerts in the order of the questions", () => {
    const lowest = Object.fromEntries(scored.map((question) => [question.id, zeroOf(question)]));
    const { overall, dimensions } = scoreOf(questionnaire, "full", recorded(lowest));
    expect([overall, ...dimensions.map(({ score }) => score)]).toEqual(
      Array.from({ length: 11 }, () => 0),
    );
    expect(advice(lowest).alerts).toEqual(["no_backup", "no_protection", "no_keys"]);
  });
});

describe("every answer below its best", () => {
  it("gives a step, where all else is at its best, except where it is good enough", () => {
    const silent = scored.flatMap((question) =>
      everyAnswer(question).flatMap((answer) => {
        const answers = { ...best, [question.id]: answer };
        const all = everything(recommend(questionnaire, { path: "full", answers, setAside: {} }));
        const isAdvised = all.some(({ because }) =>
          because.some((one) => one.question === question.id),
        );
        const isBest = valueOf(question, answer) === mostValueOf(question);
        // What is at its best never gives one, what is below does.
        return isAdvised === isBest ? [`${question.id} ${inWriting(answer)}`] : [];
      }),
    );
    expect(silent.join(", ")).toBe(
      "S1 d, S3 unknown, S3 n, I2 c, C3 n, H3 unknown, H3 7, H3 8, H3 9, G1 c, X4 unknown, X4 n",
    );
  });
});

describe("wishes", () => {
  // Far more pressing than anything about creating.
  const pressing = { I1: "a", M2: "a", G1: "a", X1: ["z"], K1: "c" };

  it("bring what is wished forward", () => {
    const priority = (wish: string) =>
      everything(advice({ I1: "a", W1: [wish] })).find(
        (one) => ids([one])[0] === "info.carte-des-canaux",
      )?.priority;
    expect([priority("com"), priority("info"), priority("zz")]).toEqual([300, 390, 300]);
  });

  it("replace the last step that can wait, never the first nor an alert", () => {
    expect(ids(advice(pressing).now)).toEqual([
      "memoire.copie-express",
      "protection.double-verification",
      "info.carte-des-canaux",
    ]);
    const wished = advice({ ...pressing, W1: ["creativite"] });
    expect(ids(wished.now)).toEqual([
      "memoire.copie-express",
      "protection.double-verification",
      "creativite.images",
    ]);
    expect(ids(wished.next)[0]).toBe("info.carte-des-canaux");
    const urgent = { ...pressing, X2: "a", X1: ["a"], W1: ["creativite"] };
    expect(advice(urgent).alerts).toEqual(["no_backup", "no_keys"]);
    expect(ids(advice(urgent).now)).toEqual([
      "memoire.copie-express",
      "protection.liste-des-comptes",
      "creativite.images",
    ]);
  });

  it("never replace an alert, even the last", () => {
    const alarming: Questionnaire = {
      ...changedAdvice("info.carte-des-canaux", { alert: "lost" }),
      questions: questionnaire.questions.map((one) =>
        one.id === "I1" ? { ...one, alert: "lost" } : one,
      ),
    };
    const answers = recorded({ ...pressing, W1: ["creativite"] });
    const { now } = recommend(alarming, { path: "full", answers, setAside: {} });
    expect(ids(now)).toEqual([
      "memoire.copie-express",
      "info.carte-des-canaux",
      "protection.double-verification",
    ]);
  });

  it("told in a free sentence count as much, and once", () => {
    const carte = questionnaire.recommendations.find(({ id }) => id === "info.carte-des-canaux");
    const intents = carte?.intents.slice(0, 1) ?? [];
    const priority = (
      written: Readonly<Record<string, WrittenAnswer>>,
      source: Partial<AdviceSource>,
    ) => everything(advice(written, source)).find((one) => one.recommendation === carte)?.priority;
    const about = { ...recorded({ I1: "a" }), W2: { kind: "about", intents } as const };
    expect(priority({ I1: "a" }, { wishedIntents: intents })).toBe(390);
    expect(priority({}, { answers: about })).toBe(390);
    expect(priority({ I1: "a", W1: ["info"] }, { wishedIntents: intents })).toBe(390);
    // The short path does not ask for that sentence: it is hidden there.
    expect(priority({}, { answers: about, path: "short" })).toBe(300);
  });
});

describe("what is set aside", () => {
  it("is advised no more, and the next one takes its place", () => {
    const before = advice({ M2: "b" });
    expect(ids(before.now)).toEqual(["memoire.copie-express"]);
    for (const reason of ["done", "in-place", "not-for-us"] as const) {
      const after = advice({ M2: "b" }, { setAside: { "memoire.copie-express": reason } });
      expect(ids(everything(after))).toEqual(["memoire.regle-321"]);
      expect(ids(after.now)).toEqual(["memoire.regle-321"]);
    }
  });

  it("settles its alert once it is done, not when it is refused", () => {
    const alerts = (reason: "done" | "in-place" | "not-for-us") =>
      advice({ M2: "a" }, { setAside: { "memoire.copie-express": reason } }).alerts;
    expect([alerts("done"), alerts("in-place"), alerts("not-for-us")]).toEqual([
      [],
      [],
      ["no_backup"],
    ]);
  });
});

describe("the order", () => {
  it("puts half of the need on what is not known", () => {
    const need = (answer: string) =>
      everything(advice({ M2: answer })).find((one) => ids([one])[0] === "memoire.copie-express")
        ?.need;
    expect([need("a"), need("b"), need("?")]).toEqual([1, 2 / 3, 0.5]);
  });

  it("never puts something before what it needs, however pressing", () => {
    const hasty = changedAdvice("cap.feuille-de-route", { impact: 1 });
    const answers = recorded({ M2: "b", I1: "a", S1: "a", G2: "a" });
    const { now, next, later } = recommend(hasty, { path: "full", answers, setAside: {} });
    expect(ids([...now, ...next])).not.toContain("cap.point-en-reunion");
    expect(ids(later)).toContain("cap.point-en-reunion");
  });

  it("keeps the smallest need of conditions that go together", () => {
    const together = advice({ P1: "b", H1: "3", I1: "d" });
    const found = everything(together).find(
      (one) => ids([one])[0] === "personnes.salaries-benevoles",
    );
    expect(found?.need).toBe(0.5);
    expect(found?.because.map(({ question }) => question)).toEqual(["P1", "H1"]);
  });
});

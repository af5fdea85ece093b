import { describe, expect, it } from "vitest";
import type { ExplainedQuestion } from "../../src/model/explanation.ts";
import { createExplain } from "../../src/understanding/explain-question.ts";
import { trainModel } from "../../src/understanding/train.ts";
import { createUnderstand } from "../../src/understanding/understand.ts";
import { tinyLibrary } from "./tiny-library.ts";

const model = trainModel(tinyLibrary);
const understand = createUnderstand(model, tinyLibrary);
const explain = createExplain(model, tinyLibrary);

const french = { language: "fr", previousIntent: undefined } as const;

function explained(text: string, context: Parameters<typeof explain>[1] = french) {
  return explain(text, context).questions;
}

function only(text: string, context?: Parameters<typeof explain>[1]): ExplainedQuestion {
  const [question, ...others] = explained(text, context);
  if (!question || others.length > 0) throw new Error(`not one question: ${text}`);
  return question;
}

function kindsOfRules(question: ExplainedQuestion): string[] {
  return question.rules.map(({ kind }) => kind);
}

const texts = [
  "bonjour, cmt on fé un site pr lasso svp 👍",
  "how do we build a website? And who pays for it?",
  "et combien ça coûte, l'ami ?",
  "surtout pas de site",
  "coment ouvir un stie vitrinne",
  "zorglub",
  "",
];

describe("an explanation", () => {
  it.each(texts)(
    "tells the same language, decision and candidates as understanding: %s",
    (text) => {
      for (const previousIntent of [undefined, "website.start"]) {
        const context = { language: "fr", previousIntent } as const;
        const { language, questions } = explain(text, context);
        expect({
          language,
          questions: questions.map(({ question, decision, inScope, candidates }) => ({
            question,
            decision,
            inScope,
            candidates,
          })),
        }).toEqual(understand(text, context));
      }
    },
  );

  it.each(texts)("accounts for all of a score, by kind and by word: %s", (text) => {
    for (const { best } of explained(text)) {
      expect(best).toHaveLength(2);
      for (const { score, bias, byKind, byWord } of best) {
        const kinds = Object.values(byKind).reduce((sum, counted) => sum + counted, bias);
        const words = byWord.reduce((sum, { counted }) => sum + counted, bias);
        expect(kinds).toBeCloseTo(score, 4);
        expect(words).toBeCloseTo(score, 4);
      }
    }
  });

  it.each(texts)("has a name for every feature: %s", (text) => {
    const features = explained(text).flatMap(({ best }) =>
      best.flatMap(({ for: speakFor, against }) => [...speakFor, ...against]),
    );
    expect(features.filter((feature) => feature.text === "?" || feature.kind === "")).toEqual([]);
  });

  it("puts first what counts most, on its side", () => {
    const [site, other] = only("on fabrique un nouveau site internet").best;
    expect(site?.intent).toBe("website.start");
    expect(site?.for.map(({ text }) => text)).toContain("sit");
    for (const { for: speakFor, against } of [site, other].flatMap((one) => one ?? [])) {
      const counted = speakFor.map((feature) => feature.counted);
      expect(counted).toEqual(counted.toSorted((a, b) => b - a));
      expect(Math.min(...counted)).toBeGreaterThan(0);
      for (const feature of against) expect(feature.counted).toBeLessThan(0);
    }
  });

  it("shows the normal form, the words written out and those never learnt", () => {
    expect(only("Cmt on fé un zorglub pr l'ASSO")).toMatchObject({
      normal: "cmt on fe un zorglub pr l'asso",
      words: ["comment", "on", "fe", "un", "zorglub", "pour", "le", "association"],
      unknownWords: ["zorglub"],
    });
  });

  it("shows the misspelt words and what they were read as", () => {
    expect(only("je veux ouvrir un siite")).toMatchObject({
      words: ["je", "veux", "ouvrir", "un", "siite"],
      repaired: [{ word: "siite", as: "site" }],
      unknownWords: ["veux"],
    });
  });
});

describe("the rule that decided", () => {
  it("is none when likelihood did", () => {
    expect(only("on fabrique un nouveau site internet").rules).toEqual([]);
  });

  it("is the wording of an author, of an intent or out of scope", () => {
    expect(only("CREER UN SITE !").rules).toEqual([
      { kind: "exact-wording", intent: "website.start" },
    ]);
    expect(only("mon chat est malade").rules).toEqual([
      { kind: "exact-wording", intent: "out-of-scope" },
    ]);
  });

  it("is courtesy left out, with the words that were read", () => {
    const question = only("bonjour, créer un site svp merci");
    expect(question.read).toBe("créer un site");
    expect(kindsOfRules(question)).toEqual(["courtesy-left-out", "exact-wording"]);
  });

  it("is what came before, and only where that changes the reading", () => {
    const after = "crowdfunding.create-page";
    const question = only("et ça coûte combien ?", { language: "fr", previousIntent: after });
    expect(question.rules).toEqual([{ kind: "follow-up", after }]);
    expect(question.candidates[0]?.intent).toBe("crowdfunding.fees");
    expect(only("créer un site", { language: "fr", previousIntent: after }).rules).toEqual([
      { kind: "exact-wording", intent: "website.start" },
    ]);
  });

  it("is a refusal", () => {
    const question = only("je ne veux pas créer un site, on voudrait un site web pour le club");
    expect(kindsOfRules(question)).toContain("refusal");
    expect(question.decision).toBe("unsure");
  });

  it("is that nothing of it is known, where it would else be likely enough", () => {
    const lenient = { ...model.calibration.fr, likelyInScope: 0 };
    const calibration = { ...model.calibration, fr: lenient };
    const [question] = createExplain({ ...model, calibration }, tinyLibrary)(
      "xqzw",
      french,
    ).questions;
    expect(question?.decision).toBe("unknown");
    expect(question?.rules).toEqual([{ kind: "no-known-word" }]);
  });

  it("is one sentence that is much clearer than the story around it", () => {
    const question = only(
      "Nous sommes une petite troupe et la mairie nous prête une salle le mardi soir depuis des années. Faut-il déclarer la collecte ? Enfin voilà, le toit de la grange fuit toujours autant.",
    );
    expect(kindsOfRules(question)).toContain("clearest-sentence");
    expect(question.read).toBe("Faut-il déclarer la collecte ?");
  });

  it("is one of several questions", () => {
    const questions = explained("comment créer un site ? et combien coûte un site internet ?");
    expect(questions.length).toBe(2);
    for (const question of questions) {
      expect(kindsOfRules(question)).toContain("several-questions");
    }
  });
});

import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { UnderstandingContext } from "../../src/model/understanding.ts";
import { trainModel } from "../../src/understanding/train.ts";
import { createUnderstand } from "../../src/understanding/understand.ts";
import { library } from "../support/small-library.ts";
import { tinyLibrary } from "./tiny-library.ts";

/** Two themes of the project's own content, and what stands outside: enough to hesitate. */
const themes = new Set(["website", "crowdfunding", "bot"]);
const intents = library.intents.filter(({ theme }) => themes.has(theme));
const some = { ...library, intents };
const understand = createUnderstand(trainModel(some), some);
const tiny = createUnderstand(trainModel(tinyLibrary), tinyLibrary);

const french: UnderstandingContext = { language: "fr", previousIntent: undefined };
const after = (previousIntent: string): UnderstandingContext => ({ ...french, previousIntent });

function answersTo(text: string, context = french) {
  return understand(text, context).questions.map(({ decision, candidates }) =>
    decision === "sure" ? candidates[0]?.intent : decision,
  );
}

describe("understanding a message", () => {
  it.each([
    ["comment créer une page de dons en ligne ?", "crowdfunding.create-page"],
    ["comen on fé un site internet pr lasso", "website.start"],
    ["Bonjour à tous, combien coûte un site internet ? Merci d'avance", "website.cost"],
    ["how much does a website cost?", "website.cost"],
    ["je n'arrive pas à créer notre page HelloAsso", "crowdfunding.create-page"],
    ["MERCIIIII", "bot.thanks"],
    ["merci beaucoup", "bot.thanks"],
  ])("answers %j", (text, intent) => {
    expect(answersTo(text)).toEqual([intent]);
  });

  it("is sure of every sentence an author wrote, case and accents aside", () => {
    const written = intents.flatMap(({ id, utterances }) =>
      utterances.fr.slice(0, 10).map((text) => ({ id, text: text.toUpperCase() })),
    );
    expect(written.length).toBeGreaterThan(200);
    const missed = written.filter(({ id, text }) => answersTo(text)[0] !== id);
    expect(missed).toEqual([]);
  });

  it.each([
    "Où déposer l'argent récolté pour l'église, s'il vous plaît ?",
    "Ça y est, notre trésorière a créé la cagnotte : et après ?",
    "L'hébergeur a fermé, plus de site, à l'aide…",
    "Merci, j'ai bien reçu ça",
    "Do we have to déclarer a crowdfunding campaign?",
  ])("reads it the same without accents, in capitals, or both: %s", (text) => {
    const plain = text.normalize("NFD").replaceAll(/\p{M}/gu, "");
    const read = (written: string) =>
      understand(written, french).questions.map(({ decision, inScope, candidates }) => ({
        decision,
        inScope,
        candidates,
      }));
    for (const written of [plain, text.toUpperCase(), plain.toUpperCase()])
      expect(read(written)).toEqual(read(text));
  });

  it("knows nothing of a sentence an author wrote down as out of scope", () => {
    const answers = library.outOfScope.fr.flatMap((text) => answersTo(text));
    expect(new Set(answers)).toEqual(new Set(["unknown"]));
  });

  it.each(["qsdfgh jklm", "xkcdz", "", "   ", "???", "🙂", "Привет как дела", "a"])(
    "does not know %j",
    (text) => {
      expect(answersTo(text)).toEqual(["unknown"]);
    },
  );

  it.each([
    "je ne veux pas de site",
    "surtout pas HelloAsso",
    "pas de crowdfunding svp",
    "I don't want a website",
  ])("does not answer what %j refuses", (text) => {
    expect(answersTo(text)).not.toContainEqual(expect.stringContaining("."));
  });

  it("reads two questions one by one, in their order", () => {
    const { questions } = understand(
      "Comment créer une page de dons ? et faut-il déclarer la collecte ?",
      french,
    );
    expect(questions.map(({ question }) => question)).toEqual([
      "Comment créer une page de dons ?",
      "faut-il déclarer la collecte ?",
    ]);
    expect(questions.map(({ candidates }) => candidates[0]?.intent)).toEqual([
      "crowdfunding.create-page",
      "crowdfunding.legal",
    ]);
  });

  it("reads a story with one need as one question, told whole", () => {
    const story =
      "Bonjour, je suis la secrétaire de l'amicale. Nous sommes douze et personne n'y connaît rien. On voudrait créer un site internet. Comment s'y prendre ? Merci !";
    const { questions } = understand(story, french);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.question).toBe(story);
    expect(questions[0]?.candidates[0]?.intent).toBe("website.start");
  });

  it("tells at least three candidates, the likeliest first, none above certainty", () => {
    for (const text of ["site", "combien ça coûte", "bonjour", "zzz"]) {
      const candidates = understand(text, french).questions[0]?.candidates ?? [];
      const confidences = candidates.map(({ confidence }) => confidence);
      expect(candidates.length).toBeGreaterThanOrEqual(3);
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      expect(Math.max(...confidences)).toBeLessThanOrEqual(1);
    }
  });

  it("gives the same understanding for the same text, and for any text", () => {
    assert(
      property(string({ unit: "grapheme", maxLength: 120 }), (text) => {
        const once = understand(text, french);
        expect(understand(text, french)).toEqual(once);
        expect(once.questions.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a question after another", () => {
  it("means what its follow-up wording says after that intent, and something else after another", () => {
    const first = (previous: string) => tiny("et ça coûte combien ?", after(previous)).questions[0];
    expect(first("website.start")).toMatchObject({
      decision: "sure",
      candidates: [{ intent: "website.cost" }, {}, {}, {}, {}],
    });
    expect(first("crowdfunding.create-page")).toMatchObject({
      decision: "sure",
      candidates: [{ intent: "crowdfunding.fees" }, {}, {}, {}, {}],
    });
  });

  it("leans on the theme of the one before when it is elliptic", () => {
    const chanceAfter = (previous: string) =>
      understand("et les frais ?", after(previous)).questions[0]?.candidates.find(
        ({ intent }) => intent === "crowdfunding.fees",
      )?.confidence ?? 0;
    expect(chanceAfter("crowdfunding.choose-platform")).toBeGreaterThan(
      chanceAfter("bot.greeting"),
    );
  });

  it("is not captured when it asks fully about something else", () => {
    const full = "comment choisir un nom de domaine pour le site de l'association ?";
    expect(answersTo(full, after("crowdfunding.fees"))).toEqual(answersTo(full));
    expect(answersTo(full)).toEqual(["website.domain"]);
  });
});

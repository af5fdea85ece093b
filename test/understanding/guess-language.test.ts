import { describe, expect, it } from "vitest";
import { guessLanguage } from "../../src/understanding/guess-language.ts";
import { trainModel } from "../../src/understanding/train.ts";
import { library } from "../support/small-library.ts";
import { learnLanguageEvidence } from "../../src/understanding/guess-language.ts";
import { trainingExamples } from "../../src/understanding/training-examples.ts";
import { tinyLibrary } from "./tiny-library.ts";

const evidence = learnLanguageEvidence(trainingExamples(library));

describe("guessing the language", () => {
  it.each([
    "How do we create a website for our club?",
    "thank you very much",
    "what does it cost",
    "The treasurer left with all the passwords",
    "who can help us",
  ])("turns to English for %j", (text) => {
    expect(guessLanguage(text, "fr", evidence)).toBe("en");
    expect(guessLanguage(text, "en", evidence)).toBe("en");
  });

  it.each([
    "Comment créer un site pour notre club ?",
    "merci beaucoup",
    "ça coûte combien",
    "Le trésorier est parti avec tous les codes",
    "qui peut nous aider",
    "comen on fé pr le site",
  ])("turns to French for %j", (text) => {
    expect(guessLanguage(text, "en", evidence)).toBe("fr");
    expect(guessLanguage(text, "fr", evidence)).toBe("fr");
  });

  it.each([
    "ok",
    "site",
    "zoom",
    "budget",
    "mailing list",
    "newsletter",
    "",
    "👍",
    "qsdfgh jklm",
    "Привет как дела",
  ])("stays in the conversation's language for %j", (text) => {
    expect(guessLanguage(text, "fr", evidence)).toBe("fr");
    expect(guessLanguage(text, "en", evidence)).toBe("en");
  });

  it("works from a small library too", () => {
    const small = trainModel(tinyLibrary).languageEvidence;
    expect(guessLanguage("how do we create a website", "fr", small)).toBe("en");
  });
});

import { describe, expect, it } from "vitest";
import { splitQuestions, splitSentences } from "../../src/understanding/split-questions.ts";

describe("cutting a message into questions", () => {
  it.each([
    [
      "comment créer une page de dons ? et faut-il déclarer la collecte ?",
      ["comment créer une page de dons ?", "faut-il déclarer la collecte ?"],
    ],
    [
      "Comment faire un site et combien ça coûte ?",
      ["Comment faire un site", "combien ça coûte ?"],
    ],
    [
      "How do I vote online, and what must the statutes say? Where are the workshops?",
      ["How do I vote online", "what must the statutes say?", "Where are the workshops?"],
    ],
    [
      "Le site est mort. Comment le remettre ? Et sinon, quel prix pour un nom de domaine ?",
      ["Comment le remettre ?", "quel prix pour un nom de domaine ?"],
    ],
  ])("cuts %j", (text, questions) => {
    expect(splitQuestions(text)).toEqual(questions);
  });

  it.each([
    "Notre webmaster est parti. Personne n'a les codes. Comment faire ?",
    "On cherche un outil simple et gratuit pour les adhérents",
    "je ne sais pas comment et combien",
    "Qui ? Quoi ? Où ? Quand ? Comment ? Pourquoi ?",
    "Où en est-on ? Qui vient ? Qui paie ? Qui range ?",
  ])("leaves %j whole", (text) => {
    expect(splitQuestions(text)).toEqual([]);
  });

  it("finds the sentences, names of sites left whole", () => {
    expect(splitSentences("Voir site.asso.fr. Merci ! Ça va ?\nOui…")).toEqual([
      "Voir site.asso.fr.",
      "Merci !",
      "Ça va ?",
      "Oui…",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { readGroupWords } from "../../../src/understanding/diagnostic/read-group-words.ts";

describe("words about answering together", () => {
  it.each([
    "rejoindre K7QM-3XPA",
    "rejoindre k7qm-3xpa",
    "Rejoindre K7QM3XPA",
    "rejoindre k7qm 3xpa svp",
    "je voudrais rejoindre le groupe K7QM-3XPA",
    "rejoindre le code : K7QM–3XPA.",
    "join K7QM-3XPA",
    "I'd like to join k7qm 3xpa",
    "Bonjour, rejoindre « K7QM-3XPA »",
    "K7QM-3XPA",
    "k7qm-3xpa",
  ])("%j names the code", (text) => {
    expect(readGroupWords(text)).toEqual({ kind: "join", code: "K7QM3XPA" });
  });

  it.each(["rejoindre", "rejoindre un groupe", "join", "rejoindre K7Q-3XPA"])(
    "%j wants to join, without a code that can be one",
    (text) => {
      expect(readGroupWords(text)).toEqual({ kind: "join", code: undefined });
    },
  );

  it.each([
    "rejoindre une association",
    "rejoindre l'atelier 12",
    "rejoindre atelier 8",
    "join workshop 12",
    "comment rejoindre votre équipe ?",
    "tout-bien",
    "vice-roi",
    "un surnom",
    "on travaille à plusieurs sur un document",
    "j'ai terminé mes courses",
    "2026-2027",
  ])("%j is something else", (text) => {
    const read = readGroupWords(text);
    expect(read?.kind === "join" ? read.code : read).toBeUndefined();
  });

  it.each([
    ["à plusieurs", { kind: "open", isShort: true }],
    ["Répondre à plusieurs", { kind: "open", isShort: false }],
    ["on voudrait répondre à plusieurs", { kind: "open", isShort: false }],
    ["answer together", { kind: "open", isShort: false }],
    ["Je me retire", { kind: "leave" }],
    ["I withdraw", { kind: "leave" }],
    ["mon code", { kind: "code" }],
    ["Combien ont répondu ?", { kind: "code" }],
    ["résultat commun", { kind: "finish", isShort: false }],
    ["the common result please", { kind: "finish", isShort: false }],
    ["terminé", { kind: "finish", isShort: true }],
    ["surnom Camille", { kind: "name", nickname: "Camille" }],
    ["Mon surnom est Jean-Luc", { kind: "name", nickname: "Jean-Luc" }],
    ["nickname: Sam", { kind: "name", nickname: "Sam" }],
  ])("%j is read", (text, read) => {
    expect(readGroupWords(text)).toEqual(read);
  });
});

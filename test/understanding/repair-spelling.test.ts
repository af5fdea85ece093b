import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listKnownWords } from "../../src/understanding/known-words.ts";
import { createRepairSpelling, isOneSlipApart } from "../../src/understanding/repair-spelling.ts";

const known = listKnownWords([
  { text: "une cotisation, deux cotisations pour les adhérents du club", language: "fr" },
  { text: "la cotisation des adhérents du club de danse, danser", language: "fr" },
  { text: "Les gants dans la danse ; dans le club, gants", language: "fr" },
  { text: "the membership of the club, the membership fee fee", language: "en" },
]);
const repair = createRepairSpelling(known);

describe("a misspelt word", () => {
  it.each([
    ["a letter left out", "cotsation"],
    ["a letter put in", "cotissation"],
    ["a letter changed", "cotization"],
    ["two letters swapped", "coitsation"],
    ["the first letter left out", "otisation"],
    ["the first letter changed", "votisation"],
    ["the last letter put in", "cotisatione"],
  ])("is read as the known one: %s", (_, word) => {
    expect(repair(word, "fr")).toBe("cotisation");
  });

  it("stays as it is when no known word is near, or it is two slips away", () => {
    expect(repair("zorglub", "fr")).toBe("zorglub");
    expect(repair("kotizasion", "fr")).toBe("kotizasion");
  });

  it("stays as it is when it is short, or no word at all", () => {
    expect(repair("clb", "fr")).toBe("clb");
    expect(repair("club2", "fr")).toBe("club2");
    expect(repair("", "fr")).toBe("");
  });

  it("is read as a word of its language", () => {
    expect(repair("membershp", "en")).toBe("membership");
    expect(repair("membershp", "fr")).toBe("membershp");
  });

  it("is never read as a word that was met once: it may be misspelt too", () => {
    expect(repair("dansrr", "fr")).toBe("dansrr");
  });

  it("is read as the word with its first letter, else as the most written", () => {
    expect(repair("dants", "fr")).toBe("dans");
    expect(repair("gantss", "fr")).toBe("gants");
  });
});

const letter = fc.constantFrom("a", "b", "c", "d", "e");
const letters = fc.string({ unit: letter, minLength: 1, maxLength: 6 });

describe("one slip", () => {
  it("holds both ways", () => {
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        expect(isOneSlipApart(one, other)).toBe(isOneSlipApart(other, one));
      }),
    );
  });

  it("is any letter left out, changed or swapped with its neighbour", () => {
    fc.assert(
      fc.property(letters, fc.nat(), letter, (word, seed, put) => {
        const at = seed % word.length;
        const [before, after] = [word.slice(0, at), word.slice(at + 1)];
        const swapped = `${before}${after.slice(0, 1)}${word[at] ?? ""}${after.slice(1)}`;
        for (const slip of [
          before + after,
          before + put + after,
          before + put + word.slice(at),
          swapped,
        ])
          expect(isOneSlipApart(slip, word)).toBe(true);
      }),
    );
  });

  it("is nothing more", () => {
    for (const [one, other] of [
      ["abcd", "abdce"],
      ["abc", "cba"],
      ["ab", "abcd"],
      ["abcd", "badc"],
    ] as const)
      expect(isOneSlipApart(one, other)).toBe(false);
  });
});

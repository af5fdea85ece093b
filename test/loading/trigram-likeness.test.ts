import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createFindAlike,
  trigramLikeness,
  trigramsOf,
} from "../../src/loading/trigram-likeness.ts";

function likeness(some: string, other: string): number {
  return trigramLikeness(trigramsOf(some), trigramsOf(other));
}

describe("the likeness of two texts", () => {
  it.each([
    ["the same but for case, accents and punctuation", "Créer un site ?", "creer un SITE", 1],
    ["nothing in common", "abc", "xyz", 0],
    // " ab", "abc", "bc " and " ab", "abd", "bd ": one of five.
    ["one trigram of five", "abc", "abd", 0.2],
    ["signs without words", "👍", "👍", 1],
    ["nothing at all", "", "", 0],
  ])("is, for %s, %s and %s, %d", (_, some, other, expected) => {
    expect(likeness(some, other)).toBeCloseTo(expected, 10);
  });
});

describe("the search of alike texts", () => {
  const word = constantFrom("un", "site", "sites", "asso", "don", "dons", "page", "prix", "?");
  const text = array(word, { maxLength: 6 }).map((words) => words.join(" "));

  it("finds exactly those that comparing with each would find, the most alike first", () => {
    const least = constantFrom(0.3, 0.6, 0.8, 1);
    assert(
      property(array(text, { maxLength: 25 }), text, least, (texts, wanted, from) => {
        const found = createFindAlike(texts, from)(wanted);
        const compared = texts
          .map((other, at) => ({ at, likeness: likeness(wanted, other) }))
          .filter((other) => other.likeness >= from)
          .toSorted((a, b) => b.likeness - a.likeness || a.at - b.at);
        expect(found).toEqual(compared);
      }),
    );
  });

  it("finds a text through words it shares, among others that no text holds", () => {
    const find = createFindAlike(["comment créer un site", "combien coûte un site"], 0.6);
    expect(find("comment créer un site zzz").map(({ at }) => at)).toEqual([0]);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitText } from "../../src/model/split-text.ts";

const upTo = (most: number) => (part: string) => Array.from(part).length <= most;

describe("a text too long", () => {
  it.each([
    ["between paragraphs", "un deux.\n\ntrois.\n\nquatre", 16, ["un deux.\n\ntrois.", "quatre"]],
    ["between lines", "- un deux\n- trois", 12, ["- un deux", "- trois"]],
    ["between sentences", "Un. Deux ! Trois", 12, ["Un. Deux !", "Trois"]],
    ["between words", "un deux trois", 8, ["un deux", "trois"]],
    ["between characters", "👍👍👍", 2, ["👍👍", "👍"]],
    ["only where needed", "a\n\nbb cc dd\n\ne", 6, ["a\n\nbb", "cc dd", "e"]],
  ])("is cut %s", (_, text, most, parts) => {
    expect(splitText(text, upTo(most))).toEqual(parts);
  });

  it("that is not too long stays whole", () => {
    expect(splitText(" un\n\ndeux ", upTo(20))).toEqual(["un\n\ndeux"]);
  });

  it("of one word is cut in a moment", () => {
    let asked = 0;
    const parts = splitText("x".repeat(200_000), (part) => {
      asked += 1;
      return part.length <= 16_000;
    });
    expect(parts).toHaveLength(13);
    expect(asked).toBeLessThan(500);
  });
});

it("loses nothing but blanks, and keeps every part small", () => {
  const word = fc.string({ unit: "grapheme", maxLength: 12 });
  const blank = fc.constantFrom(" ", "\n", "\n\n", ". ", "\n\n\n", " \n \n ", "! ", " : ");
  const text = fc
    .array(fc.tuple(word, blank), { maxLength: 60 })
    .map((pieces) => pieces.flat().join(""));
  const bare = (words: string) => words.replaceAll(/\s/gu, "");
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 40 }), (whole, most) => {
      const parts = splitText(whole, upTo(most));
      expect(bare(parts.join(""))).toBe(bare(whole));
      expect(parts.every(upTo(most))).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

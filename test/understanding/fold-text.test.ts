import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, maxReadLength } from "../../src/understanding/fold-text.ts";

describe("folding text", () => {
  it.each([
    ["Créée à Noël", "creee a noel"],
    ["Cœur, ÆTHER", "coeur, aether"],
    ["L’asso « libre »", `l'asso " libre "`],
    ["Merciiii, c'est sooo bien !!!", "merci, c'est so bien !"],
    ["www.site.fr", "www.site.fr"],
    ["n° 3", "numero 3"],
    ["ＨｅｌｌｏＡｓｓｏ", "helloasso"],
    ["un\u200B si\u00ADte\u0007 \t\n web", "un site web"],
    ["👍🏽", "👍"],
  ])("reads %j as %j", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("makes lone surrogates harmless", () => {
    expect(foldText("site\uD800 web").isWellFormed()).toBe(true);
  });

  it("keeps the beginning and the end of a text too long to read", () => {
    const folded = foldText(`début ${"x y ".repeat(3000)} fin`);
    expect(folded.length).toBeLessThanOrEqual(maxReadLength);
    expect(folded).toMatch(/^debut .* fin$/);
  });

  it("gives any text a bounded form that folds to itself, well formed", () => {
    assert(
      property(string({ unit: "binary", maxLength: 300 }), (text) => {
        const folded = foldText(text);
        expect(folded.isWellFormed()).toBe(true);
        expect(folded.length).toBeLessThanOrEqual(maxReadLength);
        expect(folded).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});

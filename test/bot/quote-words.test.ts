import { expect, it } from "vitest";
import { quoteWords } from "../../src/bot/quote-words.ts";

it.each([
  ["**gras** et `code`", "gras et code"],
  ["un ||secret||", "un secret"],
  ["<@123> et <b>", "‹@123› et ‹b›"],
  ["[ici](https://exemple.fr)", "[ici] (https: exemple.fr)"],
  [
    "voir https://exemple.fr/page ou discord.gg/abc",
    "voir https: exemple.fr page ou discord.gg abc",
  ],
  ["le 12/03/2026, et/ou le 13.04/14", "le 12/03/2026, et/ou le 13.04/14"],
  ["deux\nlignes", "deux lignes"],
])("says %j again as %j", (words, quoted) => {
  expect(quoteWords(words)).toBe(quoted);
});

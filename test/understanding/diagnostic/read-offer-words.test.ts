import { expect, it } from "vitest";
import { readOfferWords } from "../../../src/understanding/diagnostic/read-offer-words.ts";

it.each([
  ["Le plus court, s'il vous plaît, merci.", "short"],
  ["la version courte", "short"],
  ["je voudrais le court parce que je n'ai pas beaucoup de temps", "short"],
  ["on peut faire le court ?", "short"],
  ["the short one please", "short"],
  ["je prends le complet", "full"],
  ["la version longue svp", "full"],
  ["sans que vous gardiez quoi que ce soit", "unkept"],
  ["le court, mais ne gardez rien", "unkept"],
  ["don't keep anything", "unkept"],
])("reads a way chosen in a sentence: %s", (text, way) => {
  expect(readOfferWords(text)).toBe(way);
});

it.each([
  ["Bonjour, je veux bien commencer, mais est-ce que c'est long ?", "how-long"],
  ["combien de temps ça prend", "how-long"],
  ["how long does it take?", "how-long"],
  ["c'est quoi le parcours court ?", "more"],
  ["vous ne gardez rien ?", "more"],
])("answers what is asked of the ways: %s", (text, asked) => {
  expect(readOfferWords(text)).toBe(asked);
});

it.each([
  ["pas le complet"],
  ["le court ou le complet, peu importe"],
  ["le complet sans rien garder"],
])("does not guess between ways: %s", (text) => {
  expect(readOfferWords(text)).toBe("unsure");
});

it.each([
  ["nous avons un site trop court"],
  ["comment faire un site rapide ?"],
  ["je veux un petit site pour la chorale"],
  ["nous gardons nos documents dans une armoire"],
  ["merci"],
])("takes no sentence in passing for agreement: %s", (text) => {
  expect(readOfferWords(text)).toBeUndefined();
});

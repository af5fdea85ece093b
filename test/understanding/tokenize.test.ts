import { describe, expect, it } from "vitest";
import { foldText } from "../../src/understanding/fold-text.ts";
import { soundKey } from "../../src/understanding/sound-key.ts";
import { stemWord } from "../../src/understanding/stem-word.ts";
import { tokenize } from "../../src/understanding/tokenize.ts";

describe("cutting into words", () => {
  it.each([
    ["L'asso n'a pas qu'un site", "le association ne a pas que un site"],
    ["Aujourd'hui, jusqu'à lundi", "aujourdhui jusque a lundi"],
    ["l’e-mail n°2, la 2FA et le C++", "le email numero 2 la 2fa et le c++"],
    ["c koi lassos ? jarrive pa", "c quoi le association je arrive pa"],
    ["bcp de msg pr l'AG svp", "beaucoup de message pour le assemblee generale se il vous plait"],
    ["hello asso ou kiss kiss bank bank", "helloasso ou kisskissbankbank"],
    ["8 % ou 50 € 👍", "8 % ou 50 € 👍"],
  ])("opens French %j", (text, words) => {
    expect(tokenize(foldText(text), "fr").join(" ")).toBe(words);
  });

  it.each([
    ["I can't and won't", "i can not and will not"],
    ["What's the club's fee?", "what is the club fee"],
    ["dont u think we've enough", "do not you think we have enough"],
  ])("opens English %j", (text, words) => {
    expect(tokenize(foldText(text), "en").join(" ")).toBe(words);
  });

  it("finds no word where there is none", () => {
    expect(tokenize(foldText(" ?! … "), "fr")).toEqual([]);
  });
});

describe("stems and sounds", () => {
  it("joins the forms of a word", () => {
    expect(stemWord("cotisations", "fr")).toBe(stemWord("cotiser", "fr"));
    expect(stemWord("donations", "en")).toBe(stemWord("donation", "en"));
  });

  it.each([
    ["kel", "quel"],
    ["comen", "comment"],
    ["cotizasion", "cotisation"],
    ["adérant", "adhérent"],
    ["fotos", "photo"],
    ["ordinateurs", "ordinateur"],
    ["animassion", "animation"],
  ])("hears %j as %j", (typed, meant) => {
    expect(soundKey(foldText(typed))).toBe(soundKey(foldText(meant)));
  });

  it("leaves what is not a plain word alone", () => {
    expect(soundKey("2fa")).toBe("2fa");
    expect(stemWord("c++", "fr")).toBe("c++");
  });
});

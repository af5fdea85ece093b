import { describe, expect, it } from "vitest";
import { playTurns, textOf } from "../support/play-turns.ts";
import { held, page, scriptedKnowledge, sure, unsure } from "../support/small-library.ts";

const fees = "crowdfunding.fees";
const knowledge = scriptedKnowledge({
  "des frais ?": [sure(fees)],
  euh: [unsure(fees, "website.cost")],
  "je file, bisous": [unsure("bot.goodbye", fees)],
  "il part quand ?": [unsure("bot.goodbye", fees)],
  la: [held("unsure", { "bot.goodbye": 0.66 })],
  donc: [held("unsure", { "bot.greeting": 0.44 })],
  bonjur: [held("unsure", { "bot.greeting": 0.56 })],
  salut: [sure("bot.greeting")],
  "merci bcp": [sure("bot.thanks")],
  "bonne soirée": [sure("bot.goodbye")],
  "a+": [sure("bot.goodbye")],
});
const tell = knowledge.tell("fr");

const play = (...texts: readonly string[]) => playTurns(knowledge, texts);

describe("a courtesy", () => {
  it("is never proposed in a menu", () => {
    expect(textOf(play("je file, bisous"))).toContain(page("bot.goodbye").text.fr);
    expect(textOf(play("il part quand ?"))).toBe(tell("unknown"));
  });

  it.each(["la", "donc"])("is not seen in a small word the model is unsure of: %j", (word) => {
    expect(textOf(play("des frais ?", word))).toBe(tell("unknown"));
    expect(textOf(play(word))).toBe(tell("unknown"));
  });

  it.each([
    ["bonjur", "bot.greeting"],
    ["salut", "bot.greeting"],
    ["merci bcp", "bot.thanks"],
    ["bonne soirée", "bot.goodbye"],
    ["a+", "bot.goodbye"],
  ])("is returned, whatever was waiting: %j", (words, intent) => {
    for (const before of [[], ["des frais ?"], ["euh"], ["oublie-moi"]]) {
      const turn = play(...before, words);
      expect(textOf(turn)).toBe(page(intent).text.fr);
      expect(turn.effects).toEqual([]);
    }
  });
});

import { describe, expect, it } from "vitest";
import { stripCourtesy } from "../../src/understanding/strip-courtesy.ts";

describe("leaving courtesy aside", () => {
  it.each([
    ["Bonjour à tous, comment faire un site ? Merci d'avance", "comment faire un site ?"],
    ["Hello everyone, how do I vote online please? Thanks!", "how do I vote online"],
    ["Bonsoir madame. Salut ! On vote comment ? Cordialement", "On vote comment ?"],
    ["merci de me dire comment voter", "merci de me dire comment voter"],
    ["history of the club site", "history of the club site"],
    ["bonjour madame, merci de votre aide", ""],
    ["Salut ! Merci.", ""],
  ])("reads %j as %j", (text, need) => {
    expect(stripCourtesy(text)).toBe(need);
  });
});

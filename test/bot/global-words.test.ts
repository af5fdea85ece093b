import { describe, expect, it } from "vitest";
import { labelsOf, playTurns, textOf } from "../support/play-turns.ts";
import { page, scriptedKnowledge, sure, unsure } from "../support/small-library.ts";

const fees = "crowdfunding.fees";
const knowledge = scriptedKnowledge({
  "des frais ?": [sure(fees)],
  "un site ?": [sure("website.start")],
  euh: [unsure(fees, "website.cost", "website.hosting")],
});
const tell = knowledge.tell("fr");
const play = (...texts: readonly string[]) => playTurns(knowledge, texts);

describe("words of every mode", () => {
  const modes = [
    [],
    ["des frais ?"],
    ["euh"],
    ["la météo ?"],
    ["des frais ?", "non"],
    ["oublie-moi"],
  ];

  it.each(modes)("help is help after %j", (...before) => {
    expect(textOf(play(...before, "aide"))).toContain("Mots utiles");
    expect(textOf(play(...before, "HELP !"))).toMatch(/Mots utiles|Words that always work/);
  });

  it.each(modes)("a person is a person after %j", (...before) => {
    expect(textOf(play(...before, "humain"))).toContain("Guid'Asso");
  });

  it.each(modes)("cancelling leaves what was waiting after %j", (...before) => {
    expect(play(...before, "annuler").conversation.mode).toEqual({ kind: "idle" });
  });

  it.each(modes)("privacy says what is stored after %j", (...before) => {
    expect(textOf(play(...before, "confidentialité"))).toContain("7 jours au plus");
  });

  it("back shows the choice made before", () => {
    const turn = play("euh", "1", "retour");
    expect(textOf(turn)).toBe(tell("clarify"));
    expect(labelsOf(turn)).toContain(page("website.cost").title.fr);
  });

  it("back at the start says so", () => {
    expect(textOf(play("retour"))).toBe(tell("nothing-before"));
  });

  it("restart forgets the thread once confirmed", () => {
    expect(play("des frais ?", "recommencer").conversation.lastIntent).toBe(fees);
    expect(play("des frais ?", "recommencer", "non").conversation.lastIntent).toBe(fees);
    expect(play("des frais ?", "recommencer", "oui").conversation.lastIntent).toBeUndefined();
  });

  it("another language asks the waiting question again in it", () => {
    const turn = play("euh", "English");
    expect(textOf(turn)).toContain(knowledge.tell("en")("clarify"));
    expect(labelsOf(turn)).toContain(page(fees).title.en);
  });

  it("a first message in an English word is answered in English", () => {
    expect(play("privacy").conversation.language).toBe("en");
    expect(play("des frais ?", "privacy").conversation.language).toBe("fr");
  });

  it("are only heard alone", () => {
    expect(play("euh").outcome?.decision).toBe("clarify");
    expect(textOf(play("aide pour la météo"))).toBe(tell("unknown"));
  });

  it("keep what was waiting: its numbers still count", () => {
    expect(play("euh", "aide", "2").conversation.lastIntent).toBe("website.cost");
    expect(play("euh", "retour", "2").conversation.lastIntent).toBe("website.cost");
  });

  it("back never leads to a confirmation", () => {
    const turn = play("oublie-moi", "non", "retour", "oui");
    expect(turn.effects).toEqual([]);
  });

  it("back to an answer makes it the context again", () => {
    expect(play("des frais ?", "un site ?", "retour").conversation.lastIntent).toBe(fees);
  });
});

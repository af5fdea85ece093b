import { describe, expect, it } from "vitest";
import { ResultChat } from "../../support/result-chat.ts";
import { after } from "../../support/said-after-result.ts";

describe("the roadmap, on the way", () => {
  it.each(["c'est quoi un drive ?", "pourquoi ?", "comment faire ?", "le détail"])(
    "answers « %s », then asks of the same line again",
    async (words) => {
      const chat = await after("A", "ma feuille de route", "passer", "passer", "passer");
      const line = await chat.says(words);
      expect(line.match(/Qui s'en occupe/gu)).toHaveLength(1);
      expect(line.trimEnd()).toMatch(/\*\*2\. Écrire la liste des comptes.*\nQui s'en occupe.*$/u);
      await chat.says("Karim");
      expect((await chat.run()).roadmap?.[1]?.who).toBe("Karim");
    },
  );

  it("says why of the line that is asked about", async () => {
    const chat = await after("A", "ma feuille de route", "passer", "passer", "passer");
    expect(await chat.says("pourquoi ?")).toContain("auriez-vous tous les accès");
  });

  it("goes back from the first question of a line to the last of the one before", async () => {
    const chat = await after("A", "ma feuille de route", "passer", "passer", "passer");
    expect(await chat.says("retour")).toContain("**1. Faire une première copie");
  });

  it.each([
    ["Claire", "Claire"],
    ["Parfait", "Parfait"],
    ["Moi, c'est Paul", "Paul"],
    ["ce sera Leïla et Karim", "Leïla et Karim"],
    ["Marie 06 12 34 56 78", "Marie"],
    ["je ne sais pas", undefined],
    ["personne pour l'instant", undefined],
    ["à décider", undefined],
    ["06 12 34 56 78", undefined],
    ["mot de passe : Toto123!", undefined],
  ])("takes « %s » for the name %s", async (words, who) => {
    const chat = await after("A", "ma feuille de route", words, "passer");
    const run = await chat.run();
    expect(run.roadmap?.[0]?.who).toBe(who);
    expect(JSON.stringify(run)).not.toMatch(/Toto|06 12/u);
  });

  it("reads a day of the week as the next one, not as the day that is proposed", async () => {
    // Thursday 1 October is proposed; today is Tuesday 1 September.
    const chat = await after("A", "ma feuille de route", "passer", "jeudi");
    expect((await chat.run()).roadmap?.[0]?.by).toBe("2026-09-03");
  });

  it.each([
    ["2028-01-31T09:00:00Z", "1 mois", "2028-02-29"],
    ["2027-01-31T09:00:00Z", "1 mois", "2027-02-28"],
    ["2027-12-21T09:00:00Z", "2 semaines", "2028-01-10"],
    ["2028-02-01T09:00:00Z", "29 février", "2028-02-29"],
  ])("from %s, notes « %s » as %s", async (from, said, by) => {
    const run = { startedAt: from, completedAt: from, updatedAt: from };
    const chat = await ResultChat.open("A", { from, run });
    for (const words of ["mon résultat", "ma feuille de route", "passer", said]) {
      // One after the other.
      // oxlint-disable-next-line no-await-in-loop
      await chat.says(words);
    }
    expect((await chat.run()).roadmap?.[0]?.by).toBe(by);
  });
});

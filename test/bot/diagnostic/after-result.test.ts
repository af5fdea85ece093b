import { describe, expect, it } from "vitest";
import { goldenCase } from "../../support/golden-cases.ts";
import { ResultChat } from "../../support/result-chat.ts";

describe("what follows a result", () => {
  it("is proposed one thing at a time, in order, and ends with whether it was useful", async () => {
    const chat = await ResultChat.open("E");
    await chat.says("mon résultat");
    const asked = [await chat.presses("Le détail")];
    for (const label of ["Non", "Non", "Passer", "Non", "Non"]) {
      // One after the other.
      // oxlint-disable-next-line no-await-in-loop
      asked.push(await chat.presses(label));
    }
    const order = [
      "questions complètes",
      "préparer votre feuille de route",
      "votre département",
      "dans un mois",
      "soit compté",
      "vous a été utile",
    ];
    for (const [at, words] of order.entries()) {
      expect(asked[at]).toContain(words);
      for (const other of order.slice(at + 1)) expect(asked[at]).not.toContain(other);
    }
    expect((await chat.run()).isCounted).toBe(false);
    await chat.says("😐");
    const { judgements } = chat.knowledge.documents;
    const kept = await chat.chat.store.list(judgements);
    expect(kept.map(({ document }) => document)).toMatchObject([
      { intent: "bot.diagnostic", isUseful: false, isSoSo: true },
    ]);
    expect(JSON.stringify(kept)).not.toContain("amina");
  });

  it.each(["non merci", "plus tard", "C'est tout pour aujourd'hui"])(
    "ends kindly at « %s », and asks nothing more",
    async (words) => {
      const chat = await ResultChat.open("E");
      await chat.says("mon résultat");
      await chat.presses("Le détail");
      const text = await chat.says(words);
      expect(text).toContain("Votre résultat vous attend");
      expect(text).not.toContain("?");
      const { followUp, isCounted } = await chat.run();
      expect([followUp, isCounted]).toEqual([undefined, undefined]);
    },
  );

  it("goes on from the short path to the full one without asking anything twice", async () => {
    const chat = await ResultChat.open("E");
    await chat.says("mon résultat");
    await chat.presses("Le détail");
    await chat.presses("Oui");
    const asked: string[] = [];
    for (let run = await chat.run(); run.pending; run = await chat.run()) {
      asked.push(run.pending.question);
      // One question after the other.
      // oxlint-disable-next-line no-await-in-loop
      await chat.says("passer");
      if (asked.length > 40) break;
    }
    expect(asked.length).toBeGreaterThan(10);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((id) => goldenCase("E").answers[id] !== undefined)).toEqual([]);
    expect((await chat.run()).path).toBe("full");
  });

  it("keeps the wish to be asked how it goes, and to be counted, only when said", async () => {
    const chat = await ResultChat.open("E");
    await chat.says("mon résultat");
    await chat.presses("Le détail");
    for (const label of ["Non", "Non", "Passer", "Oui", "Oui"]) {
      // One after the other.
      // oxlint-disable-next-line no-await-in-loop
      await chat.presses(label);
    }
    const { followUp, isCounted } = await chat.run();
    expect(followUp?.next).toBe("one-month");
    expect(isCounted).toBe(true);
  });

  it.each([
    ["44", "44"],
    ["01", "01"],
    ["9", "09"],
    ["Loire Atlantique", "44"],
    ["dans le Nord", "59"],
    ["la Réunion", "974"],
    ["2a", "2A"],
    ["Côtes-d'Armor", "22"],
  ])("reads the département « %s »", async (words, code) => {
    const chat = await ResultChat.open("E");
    await chat.says("mon résultat");
    for (const label of ["Le détail", "Non", "Non"]) {
      // One after the other.
      // oxlint-disable-next-line no-await-in-loop
      await chat.presses(label);
    }
    await chat.says(words);
    expect((await chat.run()).territory).toBe(code);
  });

  it("asks again for a département nobody knows", async () => {
    const chat = await ResultChat.open("E");
    await chat.says("mon résultat");
    for (const label of ["Le détail", "Non", "Non"]) {
      // One after the other.
      // oxlint-disable-next-line no-await-in-loop
      await chat.presses(label);
    }
    expect(await chat.says("Syldavie")).toContain("Je n'ai pas reconnu");
    expect((await chat.run()).territory).toBeUndefined();
  });
});

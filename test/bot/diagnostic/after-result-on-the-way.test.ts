import { describe, expect, it } from "vitest";
import type { ResultChat } from "../../support/result-chat.ts";
import { after, until } from "../../support/said-after-result.ts";

async function modeOf(chat: ResultChat): Promise<unknown> {
  const all = await chat.chat.store.list(chat.knowledge.documents.conversations);
  return all.at(-1)?.document.mode;
}

describe("an offer after the result", () => {
  it.each(["follow-up", "statistics"] as const)(
    "takes « aide » for no consent: %s",
    async (offer) => {
      const chat = await after("E", ...until[offer]);
      await chat.says("aide");
      const { followUp, isCounted } = await chat.run();
      expect([followUp, isCounted]).toEqual([undefined, undefined]);
    },
  );

  it.each(["merci", "le détail"])(
    "is not made again once it was declined: « %s »",
    async (words) => {
      const chat = await after("E", ...until["follow-up"]);
      for (const said of [words, "mon résultat", words]) {
        // One after the other.
        // oxlint-disable-next-line no-await-in-loop
        const text = await chat.says(said);
        expect(text).not.toMatch(/questions complètes|préparer votre feuille|votre département/u);
      }
      expect(await chat.says("non")).toContain("soit compté");
      expect(await chat.says("mon résultat")).not.toContain("dans un mois, puis");
      expect(await chat.says("le détail")).toContain("soit compté");
    },
  );

  it("is not made again after an opinion either", async () => {
    const chat = await after("E", ...until.statistics, "non", "👍", "mon résultat");
    expect(await chat.says("le détail")).not.toContain("utile ?");
  });

  it("is asked once more after a question, and then let go of", async () => {
    const chat = await after("E", ...until["full-path"]);
    const first = await chat.replies("c'est quoi un drive ?");
    expect(first.map(({ text }) => text.includes("questions complètes"))).toEqual([false, true]);
    expect(await chat.says("c'est quoi un drive ?")).not.toContain("questions complètes");
    expect(await modeOf(chat)).toMatchObject({ kind: "answered" });
  });

  it.each(["retour", "pourquoi ?", "où j'en suis ?"])("is said again at « %s »", async (words) => {
    const chat = await after("E", ...until.territory);
    expect(await chat.says(words)).toContain("votre département");
    expect(await chat.says("44")).toContain("44");
  });

  it("takes « je ne sais pas » for no", async () => {
    const chat = await after("E", ...until.statistics);
    expect(await chat.says("je ne sais pas")).toContain("ne sera pas compté");
    expect((await chat.run()).isCounted).toBe(false);
  });

  it("takes any number for a département, and words of the whole assistant for what they are", async () => {
    const chat = await after("E", ...until.territory);
    expect(await chat.says("mes données")).toContain("tout ce que je garde");
    expect(await chat.says("English")).toContain("département");
    await chat.says("1");
    expect((await chat.run()).territory).toBe("01");
  });
});

describe("days later", () => {
  it("« oui » agrees to nothing that was offered before, but is asked again", async () => {
    const chat = await after("E", ...until.statistics);
    chat.chat.clock.moveTo("2026-09-04T08:00:00Z");
    expect(await chat.says("oui")).toContain("soit compté");
    expect((await chat.run()).isCounted).toBeUndefined();
    await chat.says("oui");
    expect((await chat.run()).isCounted).toBe(true);
  });

  it("a word alone is no name for the line that was asked about before", async () => {
    const chat = await after("A", "ma feuille de route");
    chat.chat.clock.moveTo("2026-09-04T08:00:00Z");
    expect(await chat.says("coucou")).toContain("Qui s'en occupe");
    expect((await chat.run()).roadmap?.[0]?.who).toBeUndefined();
    await chat.says("Karim");
    expect((await chat.run()).roadmap?.[0]?.who).toBe("Karim");
  });
});

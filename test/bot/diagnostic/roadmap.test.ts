import { describe, expect, it } from "vitest";
import { ResultChat } from "../../support/result-chat.ts";

async function roadmapChat(from?: string): Promise<ResultChat> {
  const chat = await ResultChat.open("A", from === undefined ? {} : { from });
  await chat.says("mon résultat");
  await chat.presses("Ma feuille de route");
  return chat;
}

async function sayAll(chat: ResultChat, ...words: readonly string[]): Promise<string> {
  let last = "";
  for (const one of words) {
    // One after the other.
    // oxlint-disable-next-line no-await-in-loop
    last = await chat.says(one);
  }
  return last;
}

describe("the roadmap", () => {
  it("asks who, with whom, by when and what for, and shows the whole at its end", async () => {
    const chat = await roadmapChat();
    const end = await sayAll(
      chat,
      "Marie",
      "Leïla",
      "15 octobre",
      "Ne pas perdre nos comptes rendus",
      "passer",
      "3 mois",
      "passer",
      "passer",
      "passer",
      "passer",
    );
    const [first, second, third] = (await chat.run()).roadmap ?? [];
    expect(first).toMatchObject({
      who: "Marie",
      helper: "Leïla",
      by: "2026-10-15",
      aim: "Ne pas perdre nos comptes rendus",
      state: "to-do",
    });
    expect(second).toMatchObject({ by: "2026-12-01" });
    expect(second?.who).toBeUndefined();
    expect(third).toMatchObject({ by: "2026-10-01" });
    expect(end).toContain("Marie, avec Leïla");
    expect(end).toContain("à décider en réunion");
    expect(end).toContain("adopter par le bureau");
    expect(chat.labels).toContain("Le calendrier");
  });

  it("takes the sentence that is proposed", async () => {
    const chat = await roadmapChat();
    await sayAll(chat, "passer", "passer", "Garder cette phrase");
    expect((await chat.run()).roadmap?.[0]?.aim).toBe("Ne pas perdre la mémoire de l'association");
  });

  it.each([
    ["mon resultat", "Votre point numérique"],
    ["ma feuille de route", "adopter par le bureau"],
  ])("is followed, at « %s », by what is read and no file of it", async (said, words) => {
    const chat = await roadmapChat();
    await chat.presses("Terminer");
    expect(await chat.says(said)).toContain(words);
  });

  it("may be ended at any moment", async () => {
    const chat = await roadmapChat();
    expect(await chat.presses("Terminer")).toContain("Votre feuille de route");
  });

  it("warns kindly when one name is on the first three lines, and not before", async () => {
    const chat = await roadmapChat();
    const line = ["Marie", "passer", "passer", "passer"];
    const before = await sayAll(chat, ...line, "marie", "passer", "passer", "passer");
    expect(before).not.toContain("une seule personne");
    expect(await chat.says("Marie")).toContain("une seule personne");
  });

  it.each([
    ["2026-07-10T09:00:00Z", "1 mois", "2026-09-07"],
    ["2026-07-10T09:00:00Z", "15 août", "2026-09-07"],
    ["2026-11-25T09:00:00Z", "1 mois", "2027-01-11"],
    ["2026-11-25T09:00:00Z", "3 janvier", "2027-01-11"],
    ["2026-11-25T09:00:00Z", "19 décembre", "2026-12-19"],
    ["2026-11-25T09:00:00Z", "dans deux semaines", "2026-12-09"],
    ["2026-11-25T09:00:00Z", "3 semaines", "2026-12-16"],
    ["2026-11-25T09:00:00Z", "fin mars", "2027-03-31"],
    ["2026-11-25T09:00:00Z", "pour fin février", "2027-02-28"],
    ["2026-11-25T09:00:00Z", "mi-avril", "2027-04-15"],
    ["2026-11-25T09:00:00Z", "early May", "2027-05-01"],
  ])("from %s, notes « %s » as %s: nothing is due in holidays", async (from, said, by) => {
    const chat = await roadmapChat(from);
    await sayAll(chat, "passer", said);
    expect((await chat.run()).roadmap?.[0]?.by).toBe(by);
  });

  it("moves its usual dates out of August too", async () => {
    const chat = await roadmapChat("2026-07-15T09:00:00Z");
    expect((await chat.run()).roadmap?.map(({ by }) => by)).toEqual([
      "2026-09-07",
      "2026-09-07",
      "2026-09-07",
    ]);
  });

  it("asks again for a date that is past or none", async () => {
    const chat = await roadmapChat();
    expect(await sayAll(chat, "passer", "3 mars 2026")).toContain("passée");
    expect(await chat.says("un jour peut-être")).toContain("Je n'ai pas reconnu la date");
  });

  it("adds the next three when they are wanted, due in three months", async () => {
    const chat = await roadmapChat();
    await chat.presses("Terminer");
    await chat.presses("Ajouter les suivants");
    const { roadmap = [] } = await chat.run();
    expect(roadmap).toHaveLength(6);
    expect(roadmap[5]?.by).toBe("2026-12-01");
    await chat.presses("Terminer");
    expect(chat.labels).not.toContain("Ajouter les suivants");
  });

  it("changes one line later, and that one alone", async () => {
    const chat = await roadmapChat();
    await chat.presses("Terminer");
    const end = await sayAll(chat, "changer le 2", "Karim", "passer", "passer", "passer");
    expect(end).toContain("Karim");
    expect(end).toContain("adopter par le bureau");
    expect((await chat.run()).roadmap?.map(({ who }) => who)).toEqual([
      undefined,
      "Karim",
      undefined,
    ]);
  });

  it.each([
    ["le 2 est en cours", "under-way", undefined],
    ["le 2 est reporté", "put-off", undefined],
    ["le 2 est fait", "done", "done"],
    ["abandonner le 2", "given-up", "not-for-us"],
  ])("notes « %s »", async (said, state, mark) => {
    const chat = await roadmapChat();
    await chat.presses("Terminer");
    await chat.says(said);
    const { roadmap, setAside } = await chat.run();
    expect(roadmap?.[1]?.state).toBe(state);
    expect(setAside[roadmap?.[1]?.recommendation ?? ""]).toBe(mark);
  });

  it("takes a name for words alone: it calls nobody and is no markup", async () => {
    const chat = await roadmapChat();
    await sayAll(chat, "@everyone **x** [a](http://exemple.fr/y) <b>", "@room `z` ||s||");
    const end = await chat.presses("Terminer");
    expect(end).not.toMatch(/@|`|\|\||<b>|\]\(|https?:\/\//u);
    expect(end).toContain("everyone x");
    expect(end.match(/\*\*/gu)?.length).toBe(8);
  });

  it("keeps no way to reach anybody", async () => {
    const chat = await roadmapChat();
    await chat.says("Marie 06 12 34 56 78 marie@exemple.fr");
    expect(JSON.stringify(await chat.run())).not.toMatch(/06 12|marie@/u);
  });

  it("asks for fewer words of a story", async () => {
    const chat = await roadmapChat();
    expect(await chat.says("ce sera ".repeat(20))).toContain("un peu long");
  });

  it("keeps names nowhere but in the run", async () => {
    const chat = await roadmapChat();
    await chat.says("Zébulon");
    await chat.chat.bot.idle();
    for (const kind of chat.knowledge.kinds) {
      if (kind.collection === "diagnostic-runs") continue;
      // Every collection.
      // oxlint-disable-next-line no-await-in-loop
      const all = await chat.chat.store.list(kind);
      expect(JSON.stringify(all), kind.collection).not.toContain("Zébulon");
    }
  });

  it("answers a question asked in the middle, and takes it for no name", async () => {
    const chat = await roadmapChat();
    await chat.says("c'est quoi un drive ?");
    expect((await chat.run()).roadmap?.[0]?.who).toBeUndefined();
    expect(await chat.says("ma feuille de route")).toContain("Votre feuille de route");
  });
});

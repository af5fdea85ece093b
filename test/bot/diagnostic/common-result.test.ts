import { describe, expect, it } from "vitest";
import { put } from "../../../src/ports/store.ts";
import { answers, farAnswers, opened } from "../../support/opened-group.ts";
import { TogetherChat } from "../../support/together-chat.ts";
import { shortAnswers } from "./begun-chat.ts";

describe("a common result", () => {
  async function answered(chat: TogetherChat, others: Readonly<Record<string, readonly string[]>>) {
    const { code } = await opened(chat);
    const own = await answers(chat, "amina", shortAnswers);
    for (const [who, given] of Object.entries(others)) {
      await chat.saysAll(who, [`rejoindre ${code}`, "oui"]);
      await answers(chat, who, given);
    }
    return { code, own };
  }

  it("goes to everyone in their language, each having had their own at once", async () => {
    const chat = await TogetherChat.open();
    const { own } = await answered(chat, { "bob@there": farAnswers, carol: shortAnswers });
    expect(own).toContain("Votre point numérique");
    await chat.saysAll("carol", ["English"]);
    expect(await chat.says("amina", "résultat commun")).toContain("part dans un instant");
    const read = await chat.tickAt();
    expect([...read.keys()].toSorted()).toEqual(["amina@here", "bob@there", "carol@here"]);
    const [common, result] = read.get("amina@here") ?? [];
    expect(common?.text).toContain("**Là où vous êtes d'accord**");
    expect(common?.text).toContain("**À regarder ensemble**");
    expect(common?.text).toContain("Les réponses vont de");
    expect(result?.text).toContain("petits pas");
    expect(result?.attachments.map(({ type }) => type)).toEqual(["image/png", "application/pdf"]);
    expect(read.get("carol@here")?.[0]?.text).toContain("Where you agree");
    const said = [...read.values()]
      .flat()
      .map(({ text }) => text)
      .join("\n");
    expect(said).not.toMatch(/amina|bob|carol/u);
  });

  it("tells no range where two answered, only what to look at together", async () => {
    const chat = await TogetherChat.open();
    await answered(chat, { "bob@there": farAnswers });
    await chat.says("amina", "terminé");
    const text = (await chat.tickAt()).get("bob@there")?.[0]?.text ?? "";
    expect(text).toContain("À regarder ensemble");
    expect(text).not.toContain("vont de");
  });

  it("is drawn once, and told again to who asks", async () => {
    const chat = await TogetherChat.open();
    await answered(chat, { "bob@there": farAnswers });
    await chat.says("amina", "résultat commun");
    await chat.tickAt();
    expect((await chat.tickAt()).size).toBe(0);
    expect(await chat.says("bob@there", "résultat commun")).toContain("À regarder ensemble");
    const [stored] = await chat.groups();
    expect(Object.keys(stored?.document.drawn ?? {}).toSorted()).toEqual([
      "answers",
      "apart",
      "at",
      "people",
    ]);
  });

  it("is drawn by itself after a fortnight, by day", async () => {
    const chat = await TogetherChat.open();
    await answered(chat, { "bob@there": farAnswers });
    expect((await chat.tickAt("2026-12-07T08:59:00Z")).size).toBe(0);
    expect([...(await chat.tickAt("2026-12-07T09:00:00Z")).keys()].toSorted()).toEqual([
      "amina@here",
      "bob@there",
    ]);
    expect((await chat.tickAt("2026-12-08T09:00:00Z")).size).toBe(0);
  });

  it("waits for the morning where a fortnight is over at night", async () => {
    const chat = await TogetherChat.open("2026-11-23T22:30:00Z");
    await answered(chat, { "bob@there": farAnswers });
    expect((await chat.tickAt("2026-12-07T22:30:00Z")).size).toBe(0);
    expect((await chat.tickAt("2026-12-08T08:00:00Z")).size).toBe(2);
  });

  it("needs two who answered, and the opener to ask for it", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    await answers(chat, "amina", shortAnswers);
    expect(await chat.says("amina", "résultat commun")).toContain("au moins deux personnes");
    await chat.saysAll("bob@there", [`rejoindre ${code}`, "oui"]);
    await answers(chat, "bob@there", farAnswers);
    expect(await chat.says("bob@there", "résultat commun")).toContain("a ouvert le code");
    expect((await chat.tickAt()).size).toBe(0);
  });

  it("counts nobody who withdrew, who keeps their own result", async () => {
    const chat = await TogetherChat.open();
    await answered(chat, { "bob@there": farAnswers, carol: shortAnswers });
    expect(await chat.says("bob@there", "je me retire")).toContain("ne compteront pas");
    await chat.says("amina", "résultat commun");
    const read = await chat.tickAt();
    expect([...read.keys()].toSorted()).toEqual(["amina@here", "carol@here"]);
    expect(read.get("amina@here")?.[0]?.text).toContain("2 personnes");
    expect(await chat.says("bob@there", "mon résultat")).toContain("Votre point numérique");
    expect(await chat.says("carol", "je me retire")).toContain("déjà fait");
  });

  it("is open again when somebody withdrew after it was asked for", async () => {
    const chat = await TogetherChat.open();
    await answered(chat, { "bob@there": farAnswers });
    await chat.says("amina", "résultat commun");
    await chat.says("bob@there", "je me retire");
    const read = await chat.tickAt();
    expect([...read.keys()]).toEqual(["amina@here"]);
    expect(read.get("amina@here")?.[0]?.text).toContain("au moins deux personnes");
    expect((await chat.tickAt()).size).toBe(0);
  });

  it("is on the questions the group began with, for who joins after they changed", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    const { knowledge } = chat;
    const { questionnaire } = knowledge.library;
    await chat.store.write([
      put(knowledge.documents.questionnaires, questionnaire.version, {
        questionnaire,
        usedAt: "2026-11-23T09:00:00Z",
      }),
    ]);
    chat.bot.adopt({
      ...knowledge,
      library: { ...knowledge.library, questionnaire: { ...questionnaire, version: "another" } },
    });
    await chat.saysAll("bob@there", [`rejoindre ${code}`, "oui"]);
    expect((await chat.runs()).map(({ version }) => version)).toEqual([
      questionnaire.version,
      questionnaire.version,
    ]);
  });
});

describe("forgetting in a group", () => {
  async function forgets(chat: TogetherChat, who: string): Promise<void> {
    await chat.saysAll(who, ["c'est tout", "oublie-moi", "oui"]);
    await chat.tickAt();
  }

  it.each(["amina", "bob@there"])("leaves nothing of %s in any collection", async (who) => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    await answers(chat, "amina", shortAnswers);
    await chat.saysAll("bob@there", [`rejoindre ${code}`, "oui"]);
    await answers(chat, "bob@there", farAnswers);
    await chat.says("amina", "surnom Camille");
    await chat.says("amina", "résultat commun");
    await chat.tickAt();
    const name = who.split("@")[0] ?? "";
    expect(await chat.collectionsWith(name)).toContain("diagnostic-runs");
    await forgets(chat, who);
    expect(await chat.collectionsWith(name)).toEqual([]);
    const other = who === "amina" ? "bob@there" : "amina";
    expect(await chat.says(other, "mon résultat")).toContain("Votre point numérique");
  });

  it("of a member, before it is drawn, lets the others go on", async () => {
    const chat = await TogetherChat.open();
    const { code } = await opened(chat);
    await answers(chat, "amina", shortAnswers);
    for (const who of ["bob@there", "carol"]) {
      await chat.saysAll(who, [`rejoindre ${code}`, "oui"]);
      await answers(chat, who, farAnswers);
    }
    await forgets(chat, "carol");
    await chat.says("amina", "résultat commun");
    expect([...(await chat.tickAt()).keys()].toSorted()).toEqual(["amina@here", "bob@there"]);
  });
});

import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { Chat } from "../support/chat.ts";
import { documents, knowledge, personal, room } from "../support/scripted-talk.ts";

describe("their data", () => {
  it("is masked in the questions kept for curators", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says(personal);
    const [kept] = await chat.store.list(documents.keptQuestions);
    expect(kept?.document.question).toBe("je m'appelle [nom], [téléphone], la météo ?");
  });

  it("is shown whole on request", async () => {
    const chat = await Chat.open(knowledge);
    expect((await chat.says("mes données"))[0]).toContain("Je ne garde rien sur vous.");
    await chat.says(personal);
    await chat.says("mes données");
    const file = chat.sent.at(-1)?.attachments[0];
    expect(file?.text).toContain("kept-questions");
    expect(file?.text).toContain("conversations");
  });

  it("is not shown where others read", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says(personal);
    expect((await chat.says("mes données", { address: room }))[0]).toContain("en privé");
    expect(chat.sent.flatMap(({ attachments }) => attachments)).toEqual([]);
  });

  it("is forgotten in every room, even while a turn of theirs is under way in another", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("oublie-moi");
    await Promise.all([chat.says("oui"), chat.says(personal, { address: room })]);
    await chat.says("oublie-moi");
    await chat.says("oui");
    expect(await chat.store.list(documents.keptQuestions)).toEqual([]);
    expect(await chat.store.list(documents.conversations)).toEqual([]);
  });

  it("of two people whose events have the same id stays apart", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says(personal, { id: "1" });
    await chat.says(personal, { id: "1", from: "bruno", address: room });
    expect(await chat.store.list(documents.keptQuestions)).toHaveLength(2);
    expect(new Set(chat.sent.map(({ key }) => key)).size).toBe(2);
  });

  it("is scrubbed again after a goodbye that went out late", async () => {
    const chat = await Chat.open(knowledge);
    let scrubs = 0;
    chat.store.scrub = () => {
      scrubs += 1;
      return Promise.resolve();
    };
    await chat.says("oublie-moi");
    chat.sendFault = new Error("the platform is down");
    await chat.says("oui");
    expect(await chat.store.list(documents.scrubDue)).toHaveLength(1);
    chat.sendFault = undefined;
    await chat.bot.tick();
    await chat.bot.idle();
    expect(scrubs).toBe(2);
    expect(await chat.store.list(documents.scrubDue)).toEqual([]);
  });

  it("is forgotten once confirmed, with the count of what went", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says(personal);
    await chat.says("euh", { from: "bruno", address: room });
    expect((await chat.says("oublie-moi"))[0]).toContain("On efface ?");
    expect((await chat.says("oui"))[0]).toContain("2 éléments effacés");
    const left = JSON.stringify([
      await chat.store.list(documents.conversations),
      await chat.store.list(documents.keptQuestions),
      await chat.store.list(documents.outbox),
    ]);
    expect(left).not.toContain("amina");
    expect(left).toContain("bruno");
  });

  it("is not forgotten on anything but a yes", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says(personal);
    await chat.says("oublie-moi");
    expect((await chat.says("non"))[0]).toContain("Je n'efface rien");
    expect(await chat.store.list(documents.conversations)).toHaveLength(1);
  });

  it("is scrubbed at the next start when a crash came between erasing and scrubbing", async () => {
    const store = createMemoryStore(Object.values(documents));
    let scrubs = 0;
    const chat = await Chat.open(knowledge, store);
    store.scrub = () => Promise.reject(new Error("killed"));
    await chat.says("oublie-moi");
    await chat.says("oui");
    store.scrub = () => {
      scrubs += 1;
      return Promise.resolve();
    };
    await Chat.open(knowledge, store);
    expect(scrubs).toBe(1);
    expect(await store.list(documents.scrubDue)).toEqual([]);
  });
});

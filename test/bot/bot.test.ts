import { describe, expect, it } from "vitest";
import type { ReplyDraft } from "../../src/model/reply.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { Chat } from "../support/chat.ts";
import { page, scriptedKnowledge, sure, unsure } from "../support/small-library.ts";

const fees = "crowdfunding.fees";
const knowledge = scriptedKnowledge({
  "des frais ?": [sure(fees)],
  euh: [unsure(fees, "website.cost")],
  "je m'appelle Jeanne Le Goff, 06 12 34 56 78, la météo ?": [{}],
});
const { documents } = knowledge;
const room = { platform: "here", room: "general", isDirect: false };

describe("a conversation", () => {
  it("begins with one line about data, said once", async () => {
    const chat = await Chat.open(knowledge);
    expect((await chat.says("des frais ?"))[0]).toContain("gardés 7 jours");
    expect((await chat.says("des frais ?"))[0]).not.toContain("gardés 7 jours");
  });

  it("belongs to one person in one room", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("euh", { address: room });
    expect((await chat.says("1", { address: room, from: "bruno" }))[0]).toContain("plus proposé");
    expect((await chat.says("1"))[0]).toContain("plus proposé");
    expect((await chat.says("1", { address: room }))[0]).toContain("HelloAsso");
  });

  it("goes on after a restart on the same store", async () => {
    const store = createMemoryStore(Object.values(documents));
    const before = await Chat.open(knowledge, store);
    await before.says("euh");
    await before.bot.stop();
    const after = await Chat.open(knowledge, store);
    expect((await after.says("1", { id: "later" }))[0]).toContain("HelloAsso");
  });

  it("is forgotten after seven days of silence, and its file purged", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("euh");
    chat.clock.moveTo("2026-11-30T09:00:01Z");
    expect((await chat.says("1"))[0]).toContain("plus proposé");
    chat.clock.moveTo("2026-12-08T09:00:00Z");
    await chat.bot.tick();
    expect(await chat.store.list(documents.conversations)).toEqual([]);
  });
});

describe("an event", () => {
  it("delivered twice is answered once", async () => {
    const chat = await Chat.open(knowledge);
    expect(await chat.says("des frais ?", { id: "same" })).toHaveLength(1);
    expect(await chat.says("des frais ?", { id: "same" })).toEqual([]);
  });

  it("gives its replies keys that depend on nothing but itself", async () => {
    const first = await Chat.open(knowledge);
    const second = await Chat.open(knowledge);
    await first.says("des frais ?", { id: "same" });
    await second.says("euh", { id: "same" });
    expect(first.sent[0]?.key).toBe(second.sent[0]?.key);
    expect(first.sent[0]?.key.length).toBeLessThanOrEqual(25);
  });

  it("not meant for us brings silence", async () => {
    const chat = await Chat.open(knowledge);
    expect(await chat.says("des frais ?", { isForUs: false, address: room })).toEqual([]);
    expect(await chat.says("des frais ?", { isFromBot: true })).toEqual([]);
  });

  it("in a flood brings one notice, and loses nothing that came before", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("euh");
    for (let count = 0; count < 100; count += 1) await chat.says("des frais ?");
    const notices = chat.sent.filter(({ text }) => text.includes("plus vite que moi"));
    expect(notices).toHaveLength(1);
    chat.clock.moveByMs(61_000);
    expect((await chat.says("des frais ?"))[0]).toContain("HelloAsso");
  });
});

describe("a message that cannot be sent", () => {
  it("goes out before the answers that come after it", async () => {
    const chat = await Chat.open(knowledge);
    chat.sendFault = new Error("the platform is down");
    await chat.says("des frais ?");
    chat.sendFault = undefined;
    await chat.says("euh");
    expect(chat.sent.map(({ text }) => text.slice(0, 9))).toEqual(["HelloAsso", "Je ne sui"]);
  });

  it("is not followed by an apology when only its row could not be removed", async () => {
    const chat = await Chat.open(knowledge);
    const write = chat.store.write.bind(chat.store);
    let writes = 0;
    chat.store.write = (changes) => {
      writes += 1;
      return writes === 2 ? Promise.reject(new Error("ENOSPC")) : write(changes);
    };
    expect(await chat.says("des frais ?")).toHaveLength(1);
    expect(chat.log.lines.join("\n")).toContain("outbox-not-cleared");
  });

  it("stays in the outbox and goes out under the same key when the platform is back", async () => {
    const chat = await Chat.open(knowledge);
    chat.sendFault = new Error("the platform is down");
    expect(await chat.says("des frais ?")).toEqual([]);
    const [row] = await chat.store.list(documents.outbox);
    chat.sendFault = undefined;
    await chat.bot.tick();
    expect(chat.sent.map(({ key }) => key)).toEqual([row?.id]);
    expect(await chat.store.list(documents.outbox)).toEqual([]);
  });
});

describe("a turn that fails", () => {
  it("is logged with its cause, told kindly, and saves nothing", async () => {
    const broken = {
      ...knowledge,
      understand: () => {
        throw new Error("the model is broken");
      },
    };
    const chat = await Chat.open(broken);
    expect((await chat.says("des frais ?"))[0]).toBe(knowledge.tell("fr")("failed"));
    expect(chat.log.lines.join("\n")).toContain("the model is broken");
    expect(await chat.store.list(documents.conversations)).toEqual([]);
    expect(await chat.store.list(documents.handledEvents)).toEqual([]);
  });

  it("because the store is down is told too", async () => {
    const chat = await Chat.open(knowledge);
    const write = chat.store.write.bind(chat.store);
    chat.store.write = () => Promise.reject(new Error("ENOSPC"));
    expect((await chat.says("des frais ?"))[0]).toBe(knowledge.tell("fr")("failed"));
    chat.store.write = write;
    expect((await chat.says("des frais ?"))[0]).toContain("HelloAsso");
  });
});

describe("their data", () => {
  const personal = "je m'appelle Jeanne Le Goff, 06 12 34 56 78, la météo ?";

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

it("never writes in the log what people wrote", async () => {
  const chat = await Chat.open(knowledge);
  await chat.says("je m'appelle Jeanne Le Goff, 06 12 34 56 78, la météo ?");
  await chat.says("euh");
  expect(chat.log.lines.length).toBeGreaterThan(0);
  expect(chat.log.lines.join("\n")).not.toMatch(/Jeanne|06 12|météo|euh|amina/);
});

it("fills in every word of the phrases it says", async () => {
  const chat = await Chat.open(knowledge);
  const said = ["euh", "1", "non", "1", "aide", "confidentialité", "mes données", "oublie-moi"];
  for (const text of [...said, "oui", "langue", "humain", "", "x".repeat(5000), "quelle météo"]) {
    await chat.says(text);
  }
  const texts = chat.sent.map(({ text }: ReplyDraft) => text).join("\n");
  expect(texts).not.toMatch(/\{[a-zA-Z]+\}/);
});

it("answers with a library learnt meanwhile, in the same conversation", async () => {
  const chat = await Chat.open(knowledge);
  await chat.says("des frais ?");
  chat.bot.adopt(scriptedKnowledge({ "des frais ?": [sure("website.cost")] }));
  expect((await chat.says("des frais ?"))[0]).toContain(page("website.cost").text.fr);
});

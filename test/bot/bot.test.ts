import { describe, expect, it } from "vitest";
import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { Bot } from "../../src/bot/bot.ts";
import { newCode } from "../../src/system/new-code.ts";
import type { ReplyDraft } from "../../src/model/reply.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { Chat } from "../support/chat.ts";
import { eventually } from "../support/eventually.ts";
import { documents, knowledge, personal, room } from "../support/scripted-talk.ts";
import { page, scriptedKnowledge, sure } from "../support/small-library.ts";

describe("a conversation", () => {
  it("begins with one line about data, said once", async () => {
    const chat = await Chat.open(knowledge);
    expect((await chat.says("des frais ?"))[0]).toContain("gardés 7 jours");
    expect((await chat.says("des frais ?"))[0]).not.toContain("gardés 7 jours");
  });

  it("is told about data before the question an answer ends with", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("des frais ?");
    const lines = chat.sent[0]?.text.split("\n") ?? [];
    expect(lines.at(-1)).toBe(knowledge.tell("fr")("useful-question"));
    expect(lines.join("\n")).toContain("gardés 7 jours");
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
    await chat.bot.idle();
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
    await chat.bot.idle();
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

it("never writes in the log what people wrote", async () => {
  const chat = await Chat.open(knowledge);
  await chat.says(personal);
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

it("sends what a crash left for one platform while another is still away", async () => {
  const store = createMemoryStore(Object.values(documents));
  const before = await Chat.open(knowledge, store);
  before.sendFault = new Error("away");
  await before.says("des frais ?");
  const sent: string[] = [];
  const here = new SimulatedPlatform("here", ({ text }) => sent.push(text));
  const away = new SimulatedPlatform("away", () => undefined);
  away.start = () => new Promise(() => undefined);
  const bot = new Bot({
    newCode,
    knowledge,
    store,
    platforms: [away, here],
    limits: { messagesPerMinute: 60, oldestMessageHours: 6 },
    clock: before.clock,
    log: before.log,
  });
  void bot.start();
  await eventually(() => {
    expect(sent).toHaveLength(1);
  });
});

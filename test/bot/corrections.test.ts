import { beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "../../src/model/reply.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { Chat } from "../support/chat.ts";
import { cost, documents, fees, knowledge } from "../support/corrected-talk.ts";
import { scriptedKnowledge, sure } from "../support/small-library.ts";

let chat: Chat;
beforeEach(async () => {
  chat = await Chat.open(knowledge);
});

function changeOf({ key, replaces, isWithdrawal = false }: Reply) {
  return { key, replaces, isWithdrawal };
}

describe("a corrected question", () => {
  it("that was dated ahead was asked now, and can still be read from disk", async () => {
    await chat.says("euh", { id: "q", sentAt: new Date(253_402_300_800_000) });
    expect(await chat.store.list(documents.conversations)).toMatchObject([
      { document: { lastTurn: { sentAt: chat.clock.now().toISOString() } } },
    ]);
    chat.clock.moveByMs(180_000);
    expect(await chat.says("des frais ?", { id: "q2", edits: "q" })).toEqual([]);
  });

  it("is answered anew in the place of its answer", async () => {
    await chat.says("euh", { id: "q" });
    chat.clock.moveByMs(60_000);
    const [answer] = await chat.says("des frais ?", { id: "q2", edits: "q" });
    expect(answer).toContain("HelloAsso");
    const [first, second] = chat.sent;
    expect(second?.replaces).toBe(first?.key);
    expect(second?.inReplyTo).toEqual({ id: "q", from: "amina" });
  });

  it("may be corrected again, each answer in the place of the one before", async () => {
    await chat.says("euh", { id: "q" });
    await chat.says("des frais ?", { id: "q2", edits: "q" });
    await chat.says("le prix ?", { id: "q3", edits: "q" });
    const keys = chat.sent.map(({ key }) => key);
    expect(chat.sent.map(({ replaces }) => replaces)).toEqual([undefined, keys[0], keys[1]]);
    expect(new Set(keys).size).toBe(3);
    expect(new Set(chat.sent.map(({ inReplyTo }) => inReplyTo?.id))).toEqual(new Set(["q"]));
  });

  it("takes away the answers that are too many, and adds those that are missing", async () => {
    await chat.says("les deux ?", { id: "q" });
    await chat.says("des frais ?", { id: "q2", edits: "q" });
    const [one, two, three, four] = chat.sent;
    expect(three?.replaces).toBe(one?.key);
    expect(four && changeOf(four)).toMatchObject({ replaces: two?.key, isWithdrawal: true });
    await chat.says("les deux ?", { id: "q3", edits: "q" });
    const [five, six] = chat.sent.slice(4);
    expect([five?.replaces, six?.replaces]).toEqual([three?.key, undefined]);
    await chat.says("les deux ?", { id: "q4", edits: "q" });
    expect(chat.sent.slice(6).map(({ replaces }) => replaces)).toEqual([five?.key, six?.key]);
  });

  it("is decided as if the first wording had not been said", async () => {
    await chat.says("euh", { id: "q" });
    await chat.says("quelle météo", { id: "x" });
    // Two failures in a row end in contacts; a corrected one is still the first.
    await chat.says("le prix ?", { id: "x2", edits: "x" });
    const [kept] = await chat.store.list(documents.conversations);
    expect(kept?.document).toMatchObject({ lastIntent: cost, unclearInARow: 0 });
    expect(await chat.store.list(documents.keptQuestions)).toEqual([]);
  });

  it("finds again the question it chooses for", async () => {
    await chat.says("euh", { id: "q" });
    await chat.says("1", { id: "c" });
    await chat.says("2", { id: "c2", edits: "c" });
    const [kept] = await chat.store.list(documents.conversations);
    expect(kept?.document.mode).toEqual({ kind: "answered", intent: cost, question: "euh" });
  });

  it("keeps for curators what is asked now, once", async () => {
    await chat.says("quelle météo", { id: "q" });
    await chat.says("euh", { id: "q2", edits: "q" });
    expect(await chat.store.list(documents.keptQuestions)).toEqual([]);
    await chat.says("quelle météo", { id: "q3", edits: "q" });
    await chat.says("quelle météo", { id: "q4", edits: "q" });
    expect(await chat.store.list(documents.keptQuestions)).toHaveLength(1);
  });

  it("still carries the line about data when it was the first", async () => {
    await chat.says("euh", { id: "q" });
    expect((await chat.says("des frais ?", { id: "q2", edits: "q" }))[0]).toContain("7 jours");
  });

  it("more than two minutes after it was sent stays as it was answered", async () => {
    await chat.says("euh", { id: "q" });
    chat.clock.moveByMs(120_001);
    expect(await chat.says("des frais ?", { id: "q2", edits: "q" })).toEqual([]);
    expect(chat.log.lines.join("\n")).toContain("late-correction");
  });

  it.each([
    ["another message came since", { edits: "q" }],
    ["nobody sent it", { edits: "never" }],
    ["somebody else wrote it", { edits: "later", from: "bruno" }],
  ])("changes nothing when %s", async (_, changes) => {
    await chat.says("euh", { id: "q" });
    await chat.says("des frais ?", { id: "later" });
    expect(await chat.says("le prix ?", { id: "e", ...changes })).toEqual([]);
  });

  it("delivered twice is answered once", async () => {
    await chat.says("euh", { id: "q" });
    expect(await chat.says("des frais ?", { id: "q2", edits: "q" })).toHaveLength(1);
    expect(await chat.says("des frais ?", { id: "q2", edits: "q" })).toEqual([]);
  });

  it("changes the answer to a press by nothing", async () => {
    await chat.says("euh", { id: "q" });
    await chat.says("", { id: "p", pressed: "1", pressedOn: "menu" });
    expect(chat.sent.at(-1)?.inReplyTo?.id).toBe("menu");
    expect(await chat.says("des frais ?", { id: "p2", edits: "p" })).toEqual([]);
  });
});

describe("what a person wrote", () => {
  it("becomes no markup when it is said again", async () => {
    const typed = "[cliquez](https://mal.example) **vite** <b>là</b> `x` _y_";
    const both = scriptedKnowledge({ deux: [{ question: typed }, sure(fees)] });
    const talk = await Chat.open(both);
    const said = (await talk.says("deux"))[0] ?? "";
    expect(said).toContain("[cliquez] (https: mal.example) vite ‹b›là‹/b› x y");
  });
});

it("reads what was stored before corrections were known", async () => {
  const owner = '["here","amina"]';
  const at = "2026-11-23T08:00:00.000Z";
  const whose = { platform: "here", room: "@amina", person: "amina", language: "fr" };
  const mode = { kind: "choosing", question: "euh", options: [fees, cost] };
  const told = { trail: [], unclearInARow: 1, wasToldOfPrivacy: true, updatedAt: at };
  const to = { platform: "here", room: "@amina", isDirect: true };
  const reply = { key: "old", kind: "reply", to, text: "un reste", choices: [], attachments: [] };
  const old = (collection: string, id: string, document: unknown) => ({
    collection,
    id,
    json: JSON.stringify(document),
  });
  const store = createMemoryStore(Object.values(documents));
  await store.write([
    old("conversations", '["here","@amina","amina"]', { ...whose, mode, ...told }),
    old("outbox", "old", { owner, at, reply }),
    old("kept-questions", "k", { owner, question: "?", language: "fr", because: "unknown", at }),
  ]);
  const talk = await Chat.open(knowledge, store);
  expect(talk.sent.map(({ text }) => text)).toEqual(["un reste"]);
  expect(await talk.says("1")).toHaveLength(1);
  await talk.deletes("unknown");
  expect(talk.log.lines.join("\n")).not.toContain("failed");
});

import { beforeEach, describe, expect, it, vi } from "vitest";
import { StoreError } from "../../src/model/errors.ts";
import { Chat } from "../support/chat.ts";
import { documents, knowledge } from "../support/corrected-talk.ts";
import { room } from "../support/scripted-talk.ts";

let chat: Chat;
beforeEach(async () => {
  chat = await Chat.open(knowledge);
});

describe("a deleted question", () => {
  const stored = async () =>
    JSON.stringify([
      await chat.store.list(documents.conversations),
      await chat.store.list(documents.keptQuestions),
      await chat.store.list(documents.outbox),
    ]);

  it("is forgotten with its answer, and scrubbed from older files", async () => {
    await chat.says("des frais ?", { id: "before" });
    await chat.says("quelle météo", { id: "q" });
    expect(await stored()).toContain("quelle météo");
    await chat.deletes("q");
    expect(await stored()).not.toContain("quelle météo");
    expect(chat.sent.slice(2)).toMatchObject([{ replaces: chat.sent[1]?.key, isWithdrawal: true }]);
    expect(await chat.store.list(documents.scrubDue)).toHaveLength(1);
    await chat.bot.tick();
    await chat.bot.idle();
    expect(await chat.store.list(documents.scrubDue)).toEqual([]);
  });

  it("leaves the conversation where it was before it", async () => {
    await chat.says("euh", { id: "before" });
    await chat.says("quelle météo", { id: "q" });
    await chat.deletes("q");
    expect((await chat.says("1"))[0]).toContain("HelloAsso");
  });

  it("leaves what came after it, without its words", async () => {
    await chat.says("euh", { id: "q" });
    await chat.says("1", { id: "c" });
    await chat.deletes("q");
    expect(await stored()).not.toContain('"euh"');
    expect(chat.sent).toHaveLength(2);
    expect((await chat.says("👍"))[0]).toContain("Merci");
  });

  it("is forgotten where its dislike was kept later", async () => {
    await chat.says("des frais ?", { id: "q" });
    await chat.says("👎", { id: "no" });
    await chat.says("4", { id: "why" });
    expect(await chat.store.list(documents.keptQuestions)).toHaveLength(1);
    await chat.deletes("q");
    expect(await chat.store.list(documents.keptQuestions)).toEqual([]);
    expect(await stored()).not.toContain("des frais");
  });

  it("takes its answer out of the outbox, and sends no word of it", async () => {
    chat.sendFault = new Error("the platform is down");
    await chat.says("quelle météo", { id: "q" });
    await chat.deletes("q");
    chat.sendFault = undefined;
    await chat.bot.tick();
    await chat.bot.idle();
    expect(chat.sent.every(({ isWithdrawal }) => isWithdrawal)).toBe(true);
    expect(await chat.store.list(documents.outbox)).toEqual([]);
  });

  it("by somebody else than its author is forgotten too", async () => {
    await chat.says("quelle météo", { id: "q" });
    await chat.deletes("q", "moderator");
    expect(await chat.store.list(documents.keptQuestions)).toEqual([]);
  });

  it("after it was corrected is forgotten in all its wordings", async () => {
    await chat.says("euh", { id: "q" });
    await chat.says("quelle météo", { id: "q2", edits: "q" });
    await chat.deletes("q");
    expect(await stored()).not.toMatch(/météo|"euh"/);
    expect(chat.sent.at(-1)).toMatchObject({ replaces: chat.sent[1]?.key, isWithdrawal: true });
  });

  it("whose corrected answer did not go out yet loses the answer that did", async () => {
    await chat.says("euh", { id: "q" });
    chat.sendFault = new Error("the platform is down");
    await chat.says("quelle météo", { id: "q2", edits: "q" });
    await chat.deletes("q");
    chat.sendFault = undefined;
    await chat.bot.tick();
    await chat.bot.idle();
    const [shown, ...after] = chat.sent;
    expect(after.every(({ isWithdrawal }) => isWithdrawal)).toBe(true);
    expect(after.map(({ replaces }) => replaces)).toContain(shown?.key);
  });

  it.each(["1", "👍"])("leaves alone the answer to a typed %s", async (reply) => {
    await chat.says("euh", { id: "q" });
    await chat.says("1", { id: "choice" });
    const before = chat.sent.length;
    await chat.says(reply, { id: "typed" });
    await chat.deletes("typed");
    expect(chat.sent.slice(before).some(({ isWithdrawal }) => isWithdrawal)).toBe(false);
  });

  it("is handed in again when the store fails, and nothing is half done", async () => {
    await chat.says("quelle météo", { id: "q" });
    const fault = new StoreError("the disk is full");
    vi.spyOn(chat.store, "write").mockRejectedValueOnce(fault);
    await expect(chat.deletes("q")).rejects.toThrow(fault);
    expect(await stored()).toContain("quelle météo");
    await chat.deletes("q");
    expect(await stored()).not.toContain("quelle météo");
  });

  it("that nobody asked costs no look at what others did", async () => {
    await chat.says("quelle météo", { id: "q" });
    const { read } = documents.conversations;
    const reads = vi.spyOn(documents.conversations, "read").mockImplementation(read);
    await chat.deletes("never", "moderator");
    expect(reads).not.toHaveBeenCalled();
    reads.mockRestore();
  });

  it("that nobody asked is nothing", async () => {
    await chat.says("euh", { id: "q" });
    await chat.says("euh", { id: "elsewhere", from: "bruno", address: room });
    const before = await stored();
    await chat.deletes("never");
    // Of this id, nothing was said in the room it is deleted from.
    await chat.deletes("elsewhere");
    expect(await stored()).toBe(before);
    expect(await chat.store.list(documents.scrubDue)).toEqual([]);
  });
});

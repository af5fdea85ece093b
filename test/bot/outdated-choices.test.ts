import { describe, expect, it } from "vitest";
import { put } from "../../src/ports/store.ts";
import { Chat } from "../support/chat.ts";
import { cost, documents, fees, knowledge } from "../support/corrected-talk.ts";

const tell = knowledge.tell("fr");
const no = tell("useful-no");

async function judged({ store }: Chat): Promise<string[]> {
  return (await store.list(documents.judgements)).map(({ document }) => document.intent);
}

function keyOf({ sent }: Chat, index: number): string {
  return sent[index]?.key ?? "";
}

describe("a choice under a reply", () => {
  it("that another has followed since is gone, whether it was pressed or said by a sign", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("des frais ?");
    await chat.says("le prix ?");
    const [one, two] = [keyOf(chat, 0), keyOf(chat, 1)];
    expect(await chat.says("", { pressed: no, pressedKey: one })).toEqual([tell("choice-gone")]);
    expect(await chat.says("👎", { pressedKey: one })).toEqual([tell("choice-gone")]);
    expect(await judged(chat)).toEqual([]);
    await chat.says("", { pressed: no, pressedKey: two });
    expect(await judged(chat)).toEqual([cost]);
  });

  it("is still there after words that change nothing, or ask the same again", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("des frais ?");
    const key = keyOf(chat, 0);
    await chat.says("english");
    await chat.says("", { pressed: knowledge.tell("en")("useful-no"), pressedKey: key });
    expect(await judged(chat)).toEqual([fees]);
  });

  it("is that of the corrected answer, and of the one before when that is taken away", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("des frais ?");
    await chat.says("les deux ?", { id: "q" });
    await chat.says("le prix ?", { id: "q2", edits: "q" });
    const [kept] = await chat.store.list(documents.conversations);
    expect(kept?.document.askedBy).toEqual([chat.sent.findLast((r) => r.choices.length > 0)?.key]);
    await chat.deletes("q");
    await chat.says("", { pressed: no, pressedKey: keyOf(chat, 0) });
    expect(await judged(chat)).toEqual([fees]);
  });

  it("is taken as before in a conversation that does not say who asked", async () => {
    const chat = await Chat.open(knowledge);
    await chat.says("des frais ?");
    const [kept] = await chat.store.list(documents.conversations);
    if (!kept) throw new Error("nothing kept");
    const { askedBy: _keys, ...old } = kept.document;
    await chat.store.write([put(documents.conversations, kept.id, old)]);
    await chat.says("", { pressed: no, pressedKey: "whatever" });
    expect(await judged(chat)).toEqual([fees]);
  });
});

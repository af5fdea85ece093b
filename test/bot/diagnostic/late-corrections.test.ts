import { describe, expect, it } from "vitest";
import type { Chat } from "../../support/chat.ts";
import type { Store } from "../../../src/ports/store.ts";
import { answersIn, begun, known, runsIn, shortAnswers } from "./begun-chat.ts";

/** Question 2 answered by a message, and question 3 by another. */
async function further(path = "1"): Promise<{ chat: Chat; store: Store }> {
  const { chat, store } = await begun(["1"], { path });
  await chat.says("2", { id: "said" });
  await chat.says("2");
  return { chat, store };
}

describe("a message corrected after further answers", () => {
  it("asks whether the answer of its question is to change, then goes on", async () => {
    const { chat, store } = await further();
    const heard = (await chat.says("4", { id: "edit", edits: "said" })).join("\n");
    expect(heard).toContain("question 2");
    expect(chat.sent.at(-1)?.inReplyTo?.id).toBe("said");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] }, I1: { codes: ["b"] } });
    expect((await chat.says("oui")).join("\n")).toContain("**4/12**");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["d"] }, I1: { codes: ["b"] } });
  });

  it("says how to change it where it says no answer, and keeps no word of it", async () => {
    const { chat, store } = await further();
    const heard = (await chat.says("tout compte fait", { id: "edit", edits: "said" })).join("\n");
    expect(heard).toContain("« modifier 2 »");
    const kept = await store.list(known.documents.conversations);
    expect(JSON.stringify(kept)).not.toContain("tout compte fait");
    await chat.says("3");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] }, C1: { codes: ["c"] } });
  });

  it("is nothing where it says the same answer", async () => {
    const { chat } = await further();
    expect(await chat.says("2.", { id: "edit", edits: "said" })).toEqual([]);
  });

  it("leaves nothing on disk of who wants nothing kept", async () => {
    const { chat, store } = await further("3");
    const heard = (await chat.says("4", { id: "edit", edits: "said" })).join("\n");
    expect(heard).toContain("« modifier 2 »");
    expect(JSON.stringify(await store.list(known.documents.conversations))).not.toContain("S1");
  });

  it("leaves alone what answered nothing", async () => {
    const { chat, store } = await begun(["1"]);
    await chat.says("pourquoi ?", { id: "said" });
    await chat.says("2");
    expect(await chat.says("4", { id: "edit", edits: "said" })).toEqual([]);
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] } });
  });

  it("changes no result that was given: no run names a message any more", async () => {
    const { chat, store } = await begun(shortAnswers.slice(0, 11));
    await chat.says("1", { id: "said" });
    await chat.says("voir mon résultat");
    expect(await chat.says("2", { id: "edit", edits: "said" })).toEqual([]);
    expect((await runsIn(store))[0]).toMatchObject({ state: "completed" });
    expect((await runsIn(store))[0]?.saidIn).toBeUndefined();
  });
});

describe("the message that finished, corrected at once", () => {
  it.each(["oui merci", "modifier 3"])("gives the result again on « %s »", async (text) => {
    const { chat, store } = await begun(shortAnswers);
    await chat.says("oui", { id: "said" });
    const heard = (await chat.says(text, { id: "edit", edits: "said" })).join("\n");
    expect(heard).toContain("Votre point numérique");
    expect(heard).not.toContain("Je n'ai plus vos réponses");
    expect(await runsIn(store)).toHaveLength(1);
  });
});

describe("« oui, tout effacer », corrected into « non »", () => {
  it("does not say that anything is still there", async () => {
    const { chat, store } = await begun(["1", "effacer"]);
    await chat.says("oui", { id: "said" });
    const heard = (await chat.says("non", { id: "edit", edits: "said" })).join("\n");
    expect(heard).toContain("Je ne garde rien de vous sur le diagnostic");
    expect(await runsIn(store)).toEqual([]);
  });
});

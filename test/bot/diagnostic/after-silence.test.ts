import { describe, expect, it } from "vitest";
import { put } from "../../../src/ports/store.ts";
import { Chat } from "../../support/chat.ts";
import { answersIn, begun, known, runsIn, saysAll, shortAnswers } from "./begun-chat.ts";

const daysLater = "2026-11-27T09:10:00Z";

describe("what is typed after a day of silence", () => {
  it.each([
    ["effacer", "oui"],
    ["stop", "2"],
    ["stop", "tout effacer"],
  ])("erases nothing: after « %s », « %s » is asked again", async (command, reply) => {
    const { chat, store } = await begun(["1", command]);
    chat.clock.moveTo(daysLater);
    expect(await saysAll(chat, [reply])).toContain("On ne pourra pas revenir en arrière");
    expect(await runsIn(store)).toHaveLength(1);
    await chat.says("oui");
    expect(await runsIn(store)).toEqual([]);
  });

  it("passes over no question", async () => {
    const { chat, store } = await begun(["1"]);
    chat.clock.moveTo(daysLater);
    expect(await saysAll(chat, ["suivant"])).toContain("Vous aviez commencé");
    expect(await answersIn(store)).not.toHaveProperty("S1");
  });
});

describe("a clock that was set back", () => {
  it("does not hide the run that was begun last", async () => {
    const { chat, store } = await begun([...shortAnswers, "oui", "stop"]);
    chat.clock.moveTo("2026-11-23T07:00:00Z");
    const heard = await saysAll(chat, ["commencer le diagnostic", "1", "1"]);
    expect(heard).toContain("**2/12**");
    expect((await runsIn(store)).map(({ state }) => state)).toEqual(["completed", "asking"]);
  });
});

describe("a run whose questions can no longer be read", () => {
  it("is said to be lost on starting, and the numbers are those that are shown", async () => {
    const { chat, store } = await begun(["1", "pause", "non"]);
    const [run] = await runsIn(store);
    if (!run) throw new Error("no run");
    await store.write([put(known.documents.diagnosticRuns, run.id, { ...run, version: "gone" })]);
    const heard = await saysAll(chat, ["commencer le diagnostic"]);
    expect(heard).toContain("je ne sais plus lire");
    expect(await saysAll(chat, ["1"])).toContain("**1/12**");
  });
});

describe("answers nobody wanted kept, after a restart", () => {
  it("are said to be lost, whatever was asked about them", async () => {
    const { store } = await begun(["1", "stop"], { path: "3" });
    const chat = await Chat.open(known, store);
    const heard = (await chat.says("1", { id: "later" })).join("\n");
    expect(heard).toContain("Je n'ai plus vos réponses");
    expect(await store.list(known.documents.keptQuestions)).toEqual([]);
  });
});

describe("of two answers that were proposed", () => {
  it("takes « la deuxième » for the second of the two", async () => {
    const { chat, store } = await begun(["1", "3 ou 4"]);
    await chat.says("la deuxième");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["d"] } });
  });

  it("takes it for the question's second once that was asked whole again", async () => {
    const { chat, store } = await begun(["1", "3 ou 4"]);
    await chat.says("c'est quoi un coffre-fort de mots de passe ?");
    await chat.says("la deuxième");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] } });
  });
});

describe("words of every moment, during the questions", () => {
  it("are answered whole, and the question is asked again once", async () => {
    const { chat, store } = await begun(["1"]);
    const heard = await saysAll(chat, ["confidentialité"]);
    expect(heard).toContain("combien de temps");
    expect(heard.match(/\*\*2\/12\*\*/gu)).toHaveLength(1);
    await chat.says("2");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] } });
  });

  it("ask the question again when nothing is to be forgotten after all", async () => {
    const { chat, store } = await begun(["1", "oublie-moi"]);
    expect(await saysAll(chat, ["non"])).toContain("**2/12**");
    await chat.says("2");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] } });
  });
});

describe("what was erased", () => {
  const due = known.documents.scrubDue;

  it("is made unreadable in older generations too", async () => {
    const { chat, store } = await begun(["1", "effacer", "oui"]);
    expect(await store.list(due)).toHaveLength(1);
    await chat.bot.tick();
    await chat.bot.idle();
    expect(await store.list(due)).toEqual([]);
  });

  it("is so after each answer of who wants nothing kept, whatever stops the process", async () => {
    const { store } = await begun(["1", "juste une page facebook"], { path: "3" });
    expect(await store.list(due)).toHaveLength(1);
  });
});

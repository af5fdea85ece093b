import { describe, expect, it } from "vitest";
import { scriptedKnowledge } from "../../support/small-library.ts";
import { Chat } from "../../support/chat.ts";
import { answersIn, begun, known, runsIn, saysAll, shortAnswers } from "./begun-chat.ts";

describe("correcting", () => {
  it("changes the answer of the last message, and that one only", async () => {
    const { chat, store } = await begun(["1"]);
    await chat.says("2", { id: "said" });
    const [heard = ""] = await chat.says("4", { id: "edited", edits: "said" });
    expect(heard).toContain("**3/12**");
    expect(await answersIn(store)).toEqual({
      P1: { kind: "options", codes: ["a"] },
      S1: { kind: "options", codes: ["d"] },
    });
  });

  it("takes an answer back when the message becomes something else", async () => {
    const { chat, store } = await begun(["1"]);
    await chat.says("2", { id: "said" });
    await chat.says("pourquoi ?", { id: "edited", edits: "said" });
    expect(Object.keys((await answersIn(store)) ?? {})).toEqual(["P1"]);
    expect((await runsIn(store))[0]).toMatchObject({ pending: { question: "S1" } });
  });

  it("begins on the other path when the choice itself is corrected, and leaves one run", async () => {
    const chat = await Chat.open(known);
    await chat.says("commencer le diagnostic");
    await chat.says("1", { id: "said" });
    const [heard = ""] = await chat.says("2", { id: "edited", edits: "said" });
    expect(heard).toContain("**1/30**");
    const stored = await runsIn(chat.store);
    expect(stored.map(({ path }) => path)).toEqual(["full"]);
  });

  it("asks before an old button changes the answer of a question that is past", async () => {
    const { chat, store } = await begun(["1"]);
    const old = chat.sent.at(-1);
    await chat.says("2");
    chat.clock.moveTo("2026-11-23T09:10:00Z");
    const label = old?.choices[3]?.label ?? "";
    const press = { pressed: label, pressedKey: old?.key ?? "" };
    const heard = (await chat.says("", press)).join("\n");
    expect(heard).toContain("Cette question est déjà passée");
    expect(heard).toContain("question 2");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] } });
    expect((await chat.says("oui")).join("\n")).toContain("**3/12**");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["d"] } });
  });

  it("is the same as once when a button is pressed twice, or an event comes twice", async () => {
    const { chat, store } = await begun(["1"]);
    const shown = chat.sent.at(-1);
    const label = shown?.choices[1]?.label ?? "";
    const press = { pressed: label, pressedKey: shown?.key ?? "" };
    await chat.says("", { ...press, id: "press" });
    const once = await answersIn(store);
    expect(await chat.says("", { ...press, id: "press" })).toEqual([]);
    expect(await chat.says("", { ...press, id: "press-again" })).toEqual([]);
    // The first answer wins over another button of the same gesture.
    const other = { pressed: shown?.choices[0]?.label ?? "", pressedKey: shown?.key ?? "" };
    expect(await chat.says("", { ...other, id: "press-other" })).toEqual([]);
    expect(await answersIn(store)).toEqual(once);
    expect((await runsIn(store))[0]).toMatchObject({ pending: { question: "I1" } });
  });
});

describe("the end of the questions", () => {
  it("reads all the answers again, lets one be changed, then completes", async () => {
    const { chat, store, heard } = await begun(shortAnswers);
    expect(heard).toContain("Vos réponses, avant le résultat");
    expect(heard.match(/^\d+\. /gmu)).toHaveLength(12);
    expect((await runsIn(store))[0]?.state).toBe("asking");
    const changed = await saysAll(chat, ["modifier 5", "4"]);
    expect(changed).toContain("5. Garder nos documents : *Rien : copie régulière");
    await chat.says("voir mon résultat");
    const [run] = await runsIn(store);
    expect(run).toMatchObject({ state: "completed", completedAt: "2026-11-23T09:00:00.000Z" });
    expect(run?.pending).toBeUndefined();
    expect(run?.before).toBeUndefined();
  });

  it("speaks English too", async () => {
    const { heard } = await begun([...shortAnswers.slice(0, 10), "1 and 2", "1"], {
      language: "en",
    });
    expect(heard).toContain("Your answers, before the result");
    expect(heard).toContain("[See my result]");
  });

  it("erases what was set aside", async () => {
    const { chat, store } = await begun(["2", "1", "2", "2", "2", "2", "2", "1", "2"], {
      path: "2",
    });
    expect((await answersIn(store))?.["C3"]).toBeDefined();
    await saysAll(chat, ["modifier 1", "1", ...shortAnswers, "stop", "voir un premier résultat"]);
    const [run] = await runsIn(store);
    expect(run?.state).toBe("completed");
    expect(run?.answers).not.toHaveProperty("C3");
    expect(JSON.stringify(run)).not.toContain("C3");
  });
});

describe("a questionnaire that changed in between", () => {
  const { questionnaire } = known.library;
  const changed = {
    ...questionnaire,
    version: "later",
    questions: questionnaire.questions.map((question) => ({
      ...question,
      text: { fr: "Nouvelle question ?", en: "New question?" },
    })),
  };
  const later = scriptedKnowledge({}, { questionnaire: changed });

  it("does not change a run that was begun", async () => {
    const { store } = await begun(["1"]);
    const chat = await Chat.open(later, store);
    const heard = (await chat.says("2", { id: "later" })).join("\n");
    expect(heard).toContain("**3/12**");
    expect(heard).not.toContain("Nouvelle question");
  });

  it("is said kindly to be lost when its version can no longer be read", async () => {
    const { store } = await begun(["1"]);
    await store.write([
      { collection: "questionnaires", id: questionnaire.version, json: undefined },
    ]);
    const chat = await Chat.open(later, store);
    const heard = (await chat.says("2", { id: "later" })).join("\n");
    expect(heard).toContain("je ne sais plus lire");
    expect((await chat.says("1", { id: "again" })).join("\n")).toContain("Nouvelle question");
  });
});

import { describe, expect, it } from "vitest";
import { Chat } from "../../support/chat.ts";
import { answersIn, begun, known, runsIn, shortAnswers } from "./begun-chat.ts";

/** Presses a choice of what was said last, twice; what the second time is answered. */
async function pressesTwice(chat: Chat, label: string): Promise<string[]> {
  const press = { pressed: label, pressedKey: chat.sent.at(-1)?.key ?? "" };
  expect((await chat.says("", press)).length).toBeGreaterThan(0);
  return chat.says("", press);
}

describe("a second tap of the same gesture", () => {
  it("says nothing on « Commencer », and begins one run", async () => {
    const chat = await Chat.open(known);
    await chat.says("commencer le diagnostic");
    expect(await pressesTwice(chat, "Commencer (court)")).toEqual([]);
    expect(await runsIn(chat.store)).toHaveLength(1);
  });

  it.each(["Retour", "Pause", "Passer", "Je ne sais pas"])(
    "says nothing on « %s »",
    async (label) => {
      const { chat, store } = await begun(["1", "2"]);
      expect(await pressesTwice(chat, label)).toEqual([]);
      expect(Object.keys((await answersIn(store)) ?? {}).length).toBeLessThan(4);
    },
  );

  it("gives one result", async () => {
    const { chat } = await begun(shortAnswers);
    expect(await pressesTwice(chat, "Voir mon résultat")).toEqual([]);
  });

  it("is told from a button of long ago, whatever the clock was set back to", async () => {
    const { chat } = await begun(["1"]);
    const old = chat.sent.at(-1);
    await chat.says("2");
    chat.clock.moveTo("2026-11-23T07:00:00Z");
    const press = { pressed: old?.choices[3]?.label ?? "", pressedKey: old?.key ?? "" };
    expect((await chat.says("", press)).join("\n")).toContain("Cette question est déjà passée");
  });
});

describe("a button read in the language before", () => {
  it("is the same answer", async () => {
    const { chat, store } = await begun(["1"]);
    const shown = chat.sent.at(-1);
    await chat.says("english");
    const on = { pressedKey: shown?.key ?? "" };
    const label = shown?.choices[1]?.label ?? "";
    expect((await chat.says("", { pressed: label, ...on })).join("\n")).toContain("**3/12**");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] } });
  });

  it("says that they do not know", async () => {
    const { chat, store } = await begun(["1"]);
    const shown = chat.sent.at(-1);
    await chat.says("english");
    await chat.says("", { pressed: "Je ne sais pas", pressedKey: shown?.key ?? "" });
    expect(await answersIn(store)).toMatchObject({ S1: { kind: "unknown" } });
  });
});

describe("whether an earlier answer is to change", () => {
  async function asked() {
    const { chat, store } = await begun(["1"]);
    const old = chat.sent.at(-1);
    await chat.says("2");
    chat.clock.moveTo("2026-11-23T09:10:00Z");
    await chat.says("", { pressed: old?.choices[3]?.label ?? "", pressedKey: old?.key ?? "" });
    return { chat, store };
  }

  it("is left once something else was said: a number answers what is asked again", async () => {
    const { chat, store } = await asked();
    expect((await chat.says("bla bla")).join("\n")).toContain("**3/12**");
    await chat.says("1");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] }, I1: { codes: ["a"] } });
  });

  it("is left once a question was asked, which is answered", async () => {
    const { chat, store } = await asked();
    const heard = await chat.says("c'est quoi un coffre-fort de mots de passe ?");
    expect(heard.join("\n")).toContain("**3/12**");
    await chat.says("1");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] }, I1: { codes: ["a"] } });
  });

  it("is not taken from a « oui » of days later", async () => {
    const { chat, store } = await asked();
    chat.clock.moveTo("2026-11-27T09:10:00Z");
    expect((await chat.says("oui")).join("\n")).toContain("Vous aviez commencé");
    expect(await answersIn(store)).toMatchObject({ S1: { codes: ["b"] } });
  });
});

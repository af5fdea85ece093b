import { describe, expect, it } from "vitest";
import { answersIn, begun, known, runsIn, saysAll, shortAnswers } from "./begun-chat.ts";

const question = "c'est quoi un coffre-fort de mots de passe ?";

describe("a question in the middle", () => {
  it.each([0, 5, 11])(
    "is answered in short after %i answers, then asks again once",
    async (count) => {
      const { chat, store } = await begun(shortAnswers.slice(0, count));
      const before = (await runsIn(store))[0];
      const heard = await chat.says(question);
      expect(heard[0]).toContain("coffre numérique");
      expect(heard[0]).not.toContain("[");
      expect(heard[0]).toContain("Pour lire la suite");
      expect(
        heard.join("\n").match(new RegExp(String.raw`\*\*${count + 1}/12\*\*`, "gu")),
      ).toHaveLength(1);
      expect((await runsIn(store))[0]).toMatchObject({
        answers: before?.answers ?? {},
        pending: before?.pending ?? {},
      });
      await chat.says("1");
      expect(Object.keys((await answersIn(store)) ?? {})).toHaveLength(count + 1);
    },
  );

  it("says that it does not know, and goes on", async () => {
    const { chat } = await begun(["1"]);
    const heard = (await chat.says("combien coûte un éléphant ?")).join("\n");
    expect(heard).toContain("Je ne sais pas répondre à cela");
    expect(heard).toContain("**2/12**");
  });

  it.each([
    ["mes données", "tout ce que je garde", "fr"],
    ["langue", "English", "fr"],
    ["my data", "all I keep about you", "en"],
  ] as const)("asks again below what « %s » gives", async (text, given, language) => {
    const { chat } = await begun(["1"], { language });
    const heard = (await chat.says(text)).join("\n");
    expect(heard).toContain(given);
    expect(heard.indexOf("**2/12**")).toBeGreaterThan(heard.indexOf(given));
    expect((await chat.says("1")).join("\n")).toContain("**3/12**");
  });

  it("is noted for the curators, but for who wants nothing kept", async () => {
    for (const path of ["1", "sans rien garder"]) {
      // oxlint-disable-next-line no-await-in-loop
      const { chat, store } = await begun(["1"], { path });
      // oxlint-disable-next-line no-await-in-loop
      const heard = (await chat.says("combien coûte un éléphant ?")).join("\n");
      // oxlint-disable-next-line no-await-in-loop
      const kept = await store.list(known.documents.keptQuestions);
      const isNoted = path === "1";
      expect(kept).toHaveLength(isNoted ? 1 : 0);
      expect(heard.includes("C'est noté")).toBe(isNoted);
      expect(heard).toContain("Je ne sais pas répondre à cela");
      expect(heard).toContain("**2/12**");
    }
  });

  it("leaves them to read after three in a row, and keeps their place", async () => {
    const { chat, store } = await begun(["1"]);
    const heard = await saysAll(chat, [question, question, question]);
    expect(heard).toContain("Je vous laisse lire");
    expect(heard).not.toContain("2/12");
    expect((await runsIn(store))[0]).toMatchObject({ state: "paused" });
    expect((await chat.says("reprendre")).join("\n")).toContain("**2/12**");
  });

  it("counts them anew after an answer", async () => {
    const { chat } = await begun(["1"]);
    const heard = await saysAll(chat, [question, question, "2", question]);
    expect(heard).toContain("**3/12**");
  });

  it("asks the same question once when the diagnostic itself is asked for", async () => {
    const { chat } = await begun(["1"]);
    const heard = (await chat.says("faire le point")).join("\n");
    expect(heard.match(/\*\*2\/12\*\*/gu)).toHaveLength(1);
    expect(heard).not.toContain("Commencer (court)");
  });

  it("is not disturbed by what another person says in the same room", async () => {
    const { chat, store } = await begun(["1"]);
    await chat.says("3", { from: "bob" });
    expect(Object.keys((await answersIn(store)) ?? {})).toEqual(["P1"]);
  });
});

import { describe, expect, it } from "vitest";
import type { Chat } from "../../support/chat.ts";
import { answersIn, begun, runsIn, saysAll, shortAnswers } from "./begun-chat.ts";

/** Another conversation of the same person with the assistant, where nobody else reads either. */
const there = { address: { platform: "here", room: "@amina-2", isDirect: true } };

async function saysThere(chat: Chat, texts: readonly string[], at: string): Promise<string> {
  chat.clock.moveTo(at);
  let heard: string[] = [];
  for (const text of texts) heard = await chat.says(text, there);
  chat.clock.moveTo(at.replace(":00Z", ":30Z"));
  return heard.join("\n---\n");
}

describe("one diagnostic in two private rooms", () => {
  it("takes nothing for an answer to a question that was read in the other room alone", async () => {
    const { chat, store } = await begun(["1", "2"]);
    const moved = await saysThere(chat, ["reprendre", "4", "4"], "2026-11-23T09:10:00Z");
    expect(moved).toContain("**5/12**");
    // Here, question 3 is the last that was read.
    expect((await chat.says("1")).join("\n")).toContain("**5/12**");
    expect(await answersIn(store)).not.toHaveProperty("M2");
    // Read now, it is answered.
    await chat.says("1");
    expect(await answersIn(store)).toMatchObject({ M2: { codes: ["a"] } });
  });

  it.each(["pressed", "typed"])("does not pass over such a question, %s", async (how) => {
    const { chat, store } = await begun(["1", "2"]);
    await saysThere(chat, ["reprendre", "4", "4"], "2026-11-23T09:10:00Z");
    const asking = chat.sent.findLast(({ to }) => to.room === "@amina");
    const press = { pressed: "Je ne sais pas", pressedKey: asking?.key ?? "" };
    const heard = await (how === "typed" ? chat.says("passer") : chat.says("", press));
    expect(heard.join("\n")).toContain("**5/12**");
    expect(await answersIn(store)).not.toHaveProperty("M2");
  });

  it("answers what is asked here all the same", async () => {
    const { chat } = await begun(["1", "2"]);
    await saysThere(chat, ["reprendre", "4", "4"], "2026-11-23T09:10:00Z");
    const heard = (await chat.says("c'est quoi un coffre-fort de mots de passe ?")).join("\n");
    expect(heard).toContain("mot de passe");
    expect(heard).toContain("**5/12**");
  });

  it("reads the answers again where all were given in the other, and loses none", async () => {
    const { chat } = await begun(shortAnswers.slice(0, 11));
    await saysThere(chat, ["reprendre", "1"], "2026-11-23T09:10:00Z");
    const heard = (await chat.says("2")).join("\n");
    expect(heard).toContain("Vos réponses, avant le résultat");
    expect(heard).not.toContain("Je n'ai plus vos réponses");
  });

  it("gives the result where it was finished in the other", async () => {
    const { chat, store } = await begun(shortAnswers.slice(0, 11));
    await saysThere(chat, ["reprendre", "1", "voir mon résultat"], "2026-11-23T09:10:00Z");
    const heard = (await chat.says("2")).join("\n");
    expect(heard).toContain("Votre point numérique");
    expect(heard).not.toContain("Je n'ai plus vos réponses");
    expect(await runsIn(store)).toHaveLength(1);
  });

  it("is erased in both", async () => {
    const { chat, store } = await begun(["1", "2"]);
    await saysThere(chat, ["effacer", "oui"], "2026-11-23T09:10:00Z");
    expect(await saysAll(chat, ["2"])).toContain("Je n'ai plus vos réponses");
    expect(await runsIn(store)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { Chat } from "../../support/chat.ts";
import { begun, freshStore, known, runsIn, saysAll, shortAnswers } from "./begun-chat.ts";

const unheard = "combien coûte un éléphant ?";

describe("somebody who writes whole sentences", () => {
  it("chooses the short path in their words", async () => {
    const { heard, store } = await begun([], { path: "Le plus court, s'il vous plaît, merci." });
    expect(heard).toContain("**1/12**");
    expect((await runsIn(store))[0]).toMatchObject({ path: "short" });
  });

  it("asks how long it takes, and chooses afterwards", async () => {
    const { chat, heard } = await begun([], { path: "mais est-ce que c'est long ?" });
    expect(heard).toContain("5 minutes");
    expect((await chat.says("1")).join("\n")).toContain("**1/12**");
  });

  it("puts the offer off, and is not sent away", async () => {
    const { heard } = await begun([], { path: "plus tard" });
    expect(heard).toContain("commencer le diagnostic");
  });

  it("asks for the result too early, then at the end", async () => {
    const { chat } = await begun(["1"]);
    expect((await chat.says("mon résultat")).join("\n")).toContain("viendra après les questions");
    await saysAll(chat, shortAnswers.slice(1));
    const heard = await chat.says("C'est bon pour moi, vous pouvez me donner le résultat.");
    expect(heard.join("\n")).toContain("Votre point numérique");
  });

  it("asks for a first result after stopping", async () => {
    const { chat } = await begun([...shortAnswers.slice(0, 8), "arrêter"]);
    expect((await chat.says("donnez-moi le résultat")).join("\n")).toContain("Votre point");
  });

  it("is told at the third question in a row that it is not known, and nothing is announced", async () => {
    const { chat } = await begun(["1"]);
    const heard = await saysAll(chat, [unheard, unheard, unheard]);
    expect(heard).toContain("Je vous laisse lire");
    expect(heard).not.toContain("En attendant");
  });
});

it.each(["rien à changer", "tout est bon", "looks good", "c'est bon pour moi", "la suite"])(
  "takes the answers as right when they say « %s »",
  async (text) => {
    const { chat } = await begun(shortAnswers);
    expect((await chat.says(text)).join("\n")).toMatch(/Votre point|Your digital/u);
  },
);

describe("somebody without a result", () => {
  it("who asks for one is told how to begin", async () => {
    const chat = await Chat.open(known, freshStore());
    const heard = (await chat.says("je voudrais revoir mon résultat")).join("\n");
    expect(heard).toContain("Je ne garde pas de résultat de vous");
    expect(heard).toContain("commencer le diagnostic");
  });

  it("who paused is told that it comes after the questions", async () => {
    const { chat } = await begun(["1", "pause", "non"]);
    const heard = (await chat.says("mon résultat")).join("\n");
    expect(heard).toContain("viendra après les questions");
    expect(heard).toContain("reprendre");
  });

  it("who erases is told that there is nothing, and how to erase the rest", async () => {
    const chat = await Chat.open(known, freshStore());
    expect((await chat.says("effacer")).join("\n")).toContain("oublie-moi");
  });
});

it("gives the result again months later in the language of the answers", async () => {
  const english = [...shortAnswers.slice(0, 10), "1 and 2", "1", "see my result"];
  const { chat } = await begun(english, { language: "en" });
  chat.clock.moveTo("2027-01-10T09:00:00Z");
  await chat.bot.tick();
  const heard = (await chat.says("can you show me my result again?")).join("\n");
  expect(heard).toContain("Your digital check-up");
});

it("says nothing of a result where others read too", async () => {
  const { chat } = await begun([...shortAnswers, "voir mon résultat"]);
  const room = { address: { platform: "here", room: "salon", isDirect: false } };
  const heard = (await chat.says("montrez-moi mon résultat", room)).join("\n");
  expect(heard).toContain("qu'en privé");
  expect(heard).not.toContain("petits pas");
});

it("reads a whole full path again in one message, its themes said once", async () => {
  const { chat } = await begun([], { path: "2" });
  let heard = "";
  for (let asked = 0; asked < 30 && !heard.includes("avant le résultat"); asked += 1) {
    heard = (await chat.says("je ne sais pas")).join("\n");
    if (heard.includes("En une phrase") && !heard.includes("avant le résultat")) {
      heard = (await chat.says("passer")).join("\n");
    }
  }
  expect(heard).toContain("Vos réponses, avant le résultat");
  expect(heard.match(/Se faire connaître/gu)).toHaveLength(1);
  expect(heard.length).toBeLessThan(2000);
});

it("counts one question as one", async () => {
  const { chat } = await begun(["1", "pause", "non"]);
  const heard = (await chat.says("commencer le diagnostic")).join("\n");
  expect(heard).toContain(": 1 question sur 12");
});

import { expect, it } from "vitest";
import { Chat } from "../../support/chat.ts";
import { FakePictures } from "../../support/result-chat.ts";
import { scriptedKnowledge, sure } from "../../support/small-library.ts";

/** Words of a result and of a roadmap, and what runs are kept under. */
const traces = /copie de secours|Ma feuille de route|"answers"|"setAside"|bot\.diagnostic/u;

it("of who wants nothing kept is told whole, and leaves nothing in any collection", async () => {
  const knowledge = scriptedKnowledge({ "faire le point": [sure("bot.diagnostic")] });
  const chat = await Chat.open(knowledge, undefined, { pictures: new FakePictures() });
  await chat.says("faire le point");
  await chat.presses("Sans rien garder");
  for (let asked = 0; asked < 12; asked += 1) {
    // One answer after the other.
    // oxlint-disable-next-line no-await-in-loop
    await chat.says("1");
  }
  const read = await chat.presses("Voir mon résultat");
  expect(read.join("\n")).toContain("Votre point numérique");
  const told = [
    await chat.says("le 2 est fait"),
    await chat.says("le détail"),
    await chat.says("Non"),
    await chat.says("ma feuille de route"),
    await chat.says("comment faire 1 ?"),
  ];
  expect(told[3]?.join("\n")).toContain("en fichier");
  expect(
    chat.sent.some(({ attachments }) => attachments.some(({ type }) => type === "text/csv")),
  ).toBe(true);
  await chat.bot.idle();
  for (const kind of knowledge.kinds) {
    // Every collection.
    // oxlint-disable-next-line no-await-in-loop
    const all = await chat.store.list(kind);
    expect(JSON.stringify(all), kind.collection).not.toMatch(traces);
  }
  expect((await chat.says("non merci")).join("\n")).toContain("Je n'ai rien gardé");
  expect((await chat.says("mon résultat")).join("\n")).not.toContain("Votre point numérique");
});

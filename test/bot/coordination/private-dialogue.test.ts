import { expect, it } from "vitest";
import { workshopLike } from "../../support/workshop-like.ts";
import { CoordinationTalk } from "./coordination-talk.ts";

const room = { platform: "here", room: "#ateliers", isDirect: false };
const twelve = workshopLike({
  number: 12,
  mode: "online",
  joinSecret: "https://visio.example.org/s",
});

it.each([
  ["nouvel atelier", "Quel est le titre ?"],
  ["modifier 12", "Le lien"],
  ["dupliquer 12", "Quand ?"],
])("« %s » in a room goes on in private", async (command, asked) => {
  const talk = await CoordinationTalk.open([twelve]);
  await talk.says(command, { address: room });
  const [line, ...others] = talk.chat.sent.filter(({ to }) => to.room === "#ateliers");
  expect(line?.text).toContain("Je vous écris en privé");
  expect(line?.choices).toEqual([]);
  expect(others).toEqual([]);
  expect(talk.chat.sent.at(-1)).toMatchObject({
    to: { room: "@amina", isDirect: true },
    choices: [{ label: command }],
  });
  expect(await talk.presses(command)).toContain(asked);
});

it("a pasted text in a room is not read out there", async () => {
  const talk = await CoordinationTalk.open();
  await talk.says("nouvel atelier\nLe libre\n26 novembre 2026 18h\nen ligne", { address: room });
  const inRoom = talk.chat.sent.filter(({ to }) => to.room === "#ateliers");
  expect(inRoom.map(({ text }) => text).join()).not.toMatch(/Quel|lien \?/);
  expect(talk.chat.sent.at(-1)?.choices).toMatchObject([{ label: "nouvel atelier" }]);
});

it("what is said whole is done where it is said", async () => {
  const talk = await CoordinationTalk.open([twelve]);
  expect(await talk.says("annuler 12 : salle fermée", { address: room })).toContain("salle fermée");
  expect(talk.chat.sent.every(({ to }) => to.room === "#ateliers")).toBe(true);
});

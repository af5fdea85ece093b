import { expect, it } from "vitest";
import { Chat } from "../support/chat.ts";
import { scriptedKnowledge, sure } from "../support/small-library.ts";
import { workshopLike } from "../support/workshop-like.ts";

const security = "un atelier sur la sécurité ?";
const website = "un atelier sur le site internet ?";
const scripted = scriptedKnowledge({
  [security]: [sure("workshop.upcoming")],
  [website]: [sure("workshop.upcoming")],
});
const coming = workshopLike({ themes: ["website"], localStart: "2027-03-09T18:00" });
const knowledge = { ...scripted, programme: () => [coming] };

it("remembers that a theme without a workshop to come was asked for, and not by whom", async () => {
  const chat = await Chat.open(knowledge);
  await chat.says(security);
  await chat.says(website);
  const kept = await chat.store.list(knowledge.documents.themeWishes);
  expect(kept.map(({ document }) => document.theme)).toEqual(["security"]);
  expect(JSON.stringify(kept)).not.toContain("amina");
});

import { expect, it } from "vitest";
import { messageBodies } from "../../src/adapters/discord/sending/message-bodies.ts";
import { contentsOf } from "../../src/adapters/matrix/messages/event-contents.ts";
import { contentTell } from "../support/guild-rig.ts";
import { Town } from "./town.ts";

it("an announcement says its time in words everywhere, and on the reader's own clock where that can be", async () => {
  const town = await Town.open({ from: "2027-02-01T09:00:00Z" });
  await town.subscribes("#salon@matrix", "messages: tout");
  await town.subscribes("#salon-d@discord", "messages: tout");
  await town.coordinates(
    "nouvel atelier\nDécouverte\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre",
  );
  await town.presses("olga", "Publier");
  await town.runUntil("2027-02-01T09:20:00Z");
  const replies = ["#salon-d", "#salon"].map((room) => town.seenIn(room).at(-1)?.reply);
  const [onDiscord, onMatrix] = replies;
  if (!onDiscord || !onMatrix) throw new Error("not announced");
  const words = "9 mars, 18 h – 20 h (heure de Paris)";
  const shown = messageBodies(onDiscord, { withWords: false, tell: contentTell("fr") });
  const content = shown.map(({ body }) => body.content).join("\n");
  expect(content).toContain(words);
  expect(content).toContain(`<t:${Date.parse("2027-03-09T17:00:00Z") / 1000}:F>`);
  const events = JSON.stringify(contentsOf(onMatrix, { replaces: [] }));
  expect(events).toContain(words);
  expect(events).not.toContain("<t:");
  expect(events).not.toContain("&lt;t:");
});

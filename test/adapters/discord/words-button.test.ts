import { expect, it } from "vitest";
import type { Message } from "../../support/discord-server/world/world-data.ts";
import { DiscordRig, vagueQuestion } from "../../support/discord-rig.ts";

const words = "Répondre avec mes mots";

function offersWords({ components }: Message): boolean {
  return JSON.stringify(components).includes(words);
}

it("shows a way to write wherever words are not read, though all content was granted", async () => {
  const rig = await DiscordRig.prepare({ server: { grantedIntents: 1 << 15 } });
  const { server } = rig;
  const amina = server.person("amina", { locale: "fr" });
  const channels = ["general", "ouvert"];
  const owner = server.person("olga");
  const guild = server.guild("Les Amis", { owner, members: [amina], channels });
  const [general, open] = [guild.channel("general"), guild.channel("ouvert")];
  await rig.startBot({ settings: { messageContent: true, rooms: [open.id] } });
  expect(rig.knowledge.tell("fr")("words-button")).toBe(words);
  const asked = amina.send(open, vagueQuestion);
  expect(offersWords(await amina.waitForAnswer(asked))).toBe(false);
  const direct = await amina.waitForAnswer(amina.tell(vagueQuestion));
  expect(offersWords(direct)).toBe(false);
  const apart = await amina.useMessageMenu(asked, "Demander à l'assistant").response();
  expect(offersWords(apart)).toBe(true);
  const mention = amina.send(general, `${server.botMention} ${vagueQuestion}`);
  expect(offersWords(await amina.waitForAnswer(mention))).toBe(true);
});

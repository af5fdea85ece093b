import { expect, it } from "vitest";
import { DiscordRig, question } from "../../support/discord-rig.ts";
import { contentTell, keeperFor } from "../../support/guild-rig.ts";

it("tells whoever closed their direct messages, alone and without the words, at their next command", async () => {
  const rig = await DiscordRig.prepare();
  const { server } = rig;
  const [olga, amina] = [server.person("olga"), server.person("amina", { locale: "fr" })];
  const guild = server.guild("Les Amis", { owner: olga, members: [amina] });
  const general = guild.channel("general");
  await rig.startBot({ care: keeperFor(rig) });
  amina.closesDirectMessages();
  await rig.platform.send({
    key: "a-private-answer",
    to: { platform: "discord", room: `${general.id}/${amina.id}`, isDirect: true },
    kind: "reply",
    text: "un secret",
    choices: [],
    attachments: [],
    inReplyTo: { id: "1", from: amina.id },
  });
  const asked = amina.slash(general, "demander", { question });
  await asked.response();
  const words = contentTell("fr")("direct-closed");
  await amina.waitUntil(general, (seen) => seen.some(({ content }) => content === words));
  const told = amina.seesFromBot(general).filter(({ content }) => content === words);
  expect(told.map(({ onlyFor }) => onlyFor)).toEqual([amina.id]);
  expect(olga.seesFromBot(general).some(({ content }) => content === words)).toBe(false);
  expect(JSON.stringify(server.requestsTo("POST /webhooks/:app/:token"))).not.toContain("secret");
  const again = amina.slash(general, "demander", { question });
  await again.response();
  await rig.stopBot();
  expect(amina.seesFromBot(general).filter(({ content }) => content === words)).toHaveLength(1);
});

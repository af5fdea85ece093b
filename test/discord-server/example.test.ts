import { Events, MessageFlags } from "discord.js";
import { expect, it } from "vitest";
import { loggedIn, startedServer } from "./real-client.ts";

it("answers a question once although its first answer was lost on the way", async () => {
  const server = await startedServer();
  const amina = server.person("amina", { locale: "fr" });
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  const client = await loggedIn(server);
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot) return;
    void message.reply({ content: "Voici.", nonce: message.id, enforceNonce: true });
  });
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    void interaction.reply({ content: "Ici.", flags: MessageFlags.Ephemeral });
  });
  await client.application.commands.set([{ name: "aide", description: "De l'aide" }]);

  const fate = { kind: "done-then-dropped", by: "reset" } as const;
  server.fail({ method: "POST", path: /\/messages$/, fate });
  const asked = amina.send(guild.channel("general"), `${server.botMention} une question`);
  const answer = await amina.waitForAnswer(asked);
  const creates = (): number => server.requestsTo("POST /channels/:channel/messages").length;
  await server.waitUntil(() => creates() === 2, "a second try");
  expect(amina.seesFromBot(guild.channel("general"))).toEqual([answer]);
  expect(answer.pinged).toEqual({ users: [], roles: [], everyone: false });

  const command = amina.slash(guild.channel("general"), "aide");
  expect((await command.acknowledged()).afterMs).toBeLessThan(3000);
  expect((await command.response()).onlyFor).toBe(amina.id);
});

import { expect, it, onTestFinished } from "vitest";
import { DiscordServer } from "../../support/discord-server/discord-server.ts";
import { eventually } from "../../support/eventually.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { RunningBot } from "./running-bot.ts";

const question = "comment faire une page de collecte ?";

it(
  "answers from one process what two shard processes hear, and takes them along when it is killed or stopped",
  { timeout: 240_000 },
  async () => {
    const server = await DiscordServer.start({ shards: 2, maxConcurrency: 2 });
    const bot = new RunningBot(server, temporaryFolder(), { discord: { shards: "auto" } });
    onTestFinished(async () => {
      await bot.kill();
      await server.stop();
    });
    const amina = server.person("amina");
    const guilds = [0, 1].map((shard) =>
      server.guild(`n° ${shard}`, { owner: amina, onShard: [shard, 2] }),
    );
    const askEverywhere = async () => {
      const asked = [
        ...guilds.map((guild) =>
          amina.send(guild.channel("general"), `${server.botMention} ${question}`),
        ),
        amina.tell(question),
      ];
      const answers = await Promise.all(asked.map((message) => amina.waitForAnswer(message)));
      for (const { content } of answers) expect(content).toContain("HelloAsso");
    };
    await bot.start();
    for (const guild of guilds) {
      // Its hello.
      // oxlint-disable-next-line no-await-in-loop
      await amina.waitUntil(guild.channel("general"), (seen) => seen.length === 1);
    }
    await askEverywhere();
    // Resolves once nothing holds its error output any more: its shards' processes have ended too.
    await bot.kill();
    await eventually(() => {
      expect(server.gateway.connected).toEqual([]);
    });
    const missed = amina.tell("comment sauvegarder nos fichiers ?");
    await bot.start();
    expect((await amina.waitForAnswer(missed)).content).toContain("3-2-1");
    await askEverywhere();
    expect(await bot.stop()).toBe(0);
    expect(server.gateway.connected).toEqual([]);
    expect(server.gateway.identifies).toHaveLength(4);
    for (const guild of guilds) {
      const answers = amina
        .seesFromBot(guild.channel("general"))
        .filter(({ content }) => content.includes("HelloAsso"));
      expect(answers).toHaveLength(2);
    }
    expect(bot.loggedAt("error")).toEqual([]);
    expect(bot.log.filter((line) => line.includes('"event":"discord-intents"'))).toHaveLength(2);
    expect(bot.log.join("\n")).toContain('"privileged":"none"');
  },
);

it(
  "ends with the remedy when Discord wants more shards while they start",
  { timeout: 120_000 },
  async () => {
    const server = await DiscordServer.start({ shards: 2, maxConcurrency: 1 });
    const bot = new RunningBot(server, temporaryFolder(), { discord: { shards: 2 } });
    onTestFinished(async () => {
      await bot.kill();
      await server.stop();
    });
    const started = bot.start();
    started.catch(() => undefined);
    await server.waitUntil(() => server.gateway.connected.length > 0, "a shard");
    server.gateway.close(4011);
    await expect(started).rejects.toThrow("discord.shards");
    expect(server.gateway.connected).toEqual([]);
  },
);

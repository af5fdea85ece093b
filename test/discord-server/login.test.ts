import { Events, GatewayIntentBits, ShardClientUtil } from "discord.js";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { intents } from "../support/discord-server/gateway/intents.ts";
import { shardOf } from "../support/discord-server/world/snowflakes.ts";
import { clientFor, loggedIn, startedServer, usualIntents } from "./real-client.ts";

describe("logging in with the real discord.js", () => {
  it("tells who is there, and of its guilds", async () => {
    const server = await startedServer({ botName: "pontonnier" });
    const guild = server.guild("Les Amis", { owner: server.person("olga"), channels: ["accueil"] });
    const client = await loggedIn(server);
    expect(client.user.username).toBe("pontonnier");
    expect((await client.application.fetch()).owner?.id).toBe(server.core.appOwner.id);
    expect(client.guilds.cache.get(guild.id)?.name).toBe("Les Amis");
    expect(client.channels.cache.get(guild.channel("accueil").id)?.toString()).toContain("<#");
  });

  it("records the identify: its intents, its shard, and that it wants no compression", async () => {
    const server = await startedServer();
    await loggedIn(server);
    const [identify] = server.gateway.identifies;
    expect(identify?.intents).toBe(usualIntents.reduce((sum, one) => sum | one, 0));
    expect(identify?.shard).toEqual([0, 1]);
    expect(identify?.body["compress"]).toBe(false);
    expect(server.gateway.identifies).toHaveLength(1);
  });

  it("closes with 4014 when an intent was not granted, and the client does not come back", async () => {
    const server = await startedServer();
    const client = clientFor(server, {
      intents: [...usualIntents, GatewayIntentBits.MessageContent],
    });
    const closed = new Promise<number>((resolve) => {
      client.once(Events.ShardDisconnect, ({ code }) => {
        resolve(code);
      });
    });
    await expect(client.login(server.token)).rejects.toThrow("Used disallowed intents");
    expect(await closed).toBe(4014);
    expect(server.gateway.identifies).toHaveLength(1);
  });

  it("lets a granted intent through", async () => {
    const server = await startedServer({ grantedIntents: intents.MessageContent });
    const client = await loggedIn(server, {
      intents: [...usualIntents, GatewayIntentBits.MessageContent],
    });
    expect(client.isReady()).toBe(true);
  });

  it("refuses a wrong token over HTTP before the gateway is even asked", async () => {
    const server = await startedServer();
    const client = clientFor(server);
    await expect(client.login("wrong")).rejects.toThrow("An invalid token was provided.");
    expect(server.gateway.identifies).toHaveLength(0);
  });

  it("closes with 4004 when the token is no longer good at the gateway", async () => {
    const server = await startedServer();
    const client = await loggedIn(server);
    const closed = new Promise<number>((resolve) => {
      client.once(Events.ShardDisconnect, ({ code }) => {
        resolve(code);
      });
    });
    server.gateway.close(4004);
    expect(await closed).toBe(4004);
    expect(server.gateway.identifies).toHaveLength(1);
  });

  it("shares guilds among shards, and gives direct messages to the first", async () => {
    const server = await startedServer({ shards: 2, maxConcurrency: 2 });
    const owner = server.person("olga");
    const first = server.guild("Première", { owner, onShard: [0, 2] });
    const second = server.guild("Seconde", { owner, onShard: [1, 2] });
    const client = await loggedIn(server, { shards: "auto" });
    expect(server.gateway.identifies.map(({ shard }) => shard)).toEqual(
      expect.arrayContaining([
        [0, 2],
        [1, 2],
      ]),
    );
    expect(client.guilds.cache.get(first.id)?.shardId).toBe(0);
    expect(client.guilds.cache.get(second.id)?.shardId).toBe(1);
    const heardOn = new Map<string, number>();
    client.on(Events.Raw, ({ t, d }: { t: string; d: { content: string } }, shard: number) => {
      if (t === "MESSAGE_CREATE") heardOn.set(d.content, shard);
    });
    owner.send(second.channel("general"), `${server.botMention} au second`);
    owner.tell("en direct");
    await eventually(() => {
      expect(heardOn).toEqual(
        new Map([
          [`${server.botMention} au second`, 1],
          ["en direct", 0],
        ]),
      );
    });
  });

  it("does not even try when no identify is left of the day", async () => {
    const server = await startedServer({ identifiesLeft: 0 });
    await expect(clientFor(server).login(server.token)).rejects.toThrow(
      "Not enough sessions remaining",
    );
    expect(server.gateway.identifies).toHaveLength(0);
  });

  it("may be done by two processes, a shard each", async () => {
    const server = await startedServer({ maxConcurrency: 2 });
    const owner = server.person("olga");
    const guilds = [0, 1].map((shard) =>
      server.guild(`n° ${shard}`, { owner, onShard: [shard, 2] }),
    );
    const clients = await Promise.all(
      [0, 1].map((shard) => loggedIn(server, { shards: [shard], shardCount: 2 })),
    );
    expect(clients.map(({ guilds: { cache } }) => [...cache.keys()])).toEqual(
      guilds.map(({ id }) => [id]),
    );
  });

  it("is lost for good by one answer of 401: discord.js forgets its token", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const direct = await client.users.createDM(amina.id);
    server.fail({
      method: "POST",
      fate: { kind: "answer", status: 401, body: { code: 0, message: "401: Unauthorized" } },
    });
    await expect(direct.send("un")).rejects.toThrow("401: Unauthorized");
    await expect(direct.send("deux")).rejects.toThrow("Expected token to be set for this request");
  });

  it("is told of its rate limits with every answer", async () => {
    const server = await startedServer();
    const headers = { authorization: `Bot ${server.token}` };
    const answer = await fetch(`${server.apiUrl}/v10/users/@me`, { headers });
    expect(answer.headers.get("x-ratelimit-limit")).toBe("10000");
    expect(answer.headers.get("x-ratelimit-remaining")).toBe("9999");
    expect(answer.headers.get("x-ratelimit-bucket")).toMatch(/^[0-9a-f]{32}$/);
    expect(Number(answer.headers.get("x-ratelimit-reset-after"))).toBeLessThanOrEqual(1);
  });

  it("puts a guild on the shard discord.js expects it on", () => {
    const ids = [
      "1573971905583513600",
      "197038439483310086",
      "1573971905583513601",
      "613425648685547541",
    ];
    for (const id of ids) expect(shardOf(id, 5)).toBe(ShardClientUtil.shardIdForGuildId(id, 5));
  });
});

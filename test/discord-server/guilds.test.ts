import { ChannelType, Events } from "discord.js";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { channelTypes } from "../support/discord-server/world/world-data.ts";
import { guildText, loggedIn, startedServer, textChannel } from "./real-client.ts";
import { codeOf } from "./refusal-of.ts";

describe("guilds", () => {
  it("refuse with 50001 who does not see the channel, with 50013 who lacks a right", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina });
    const general = guild.channel("general");
    const client = await loggedIn(server);
    const channel = await guildText(client, general.id);
    expect(await codeOf(channel.send("permis"))).toBeUndefined();
    guild.overwrite(general, { deny: ["SendMessages"] });
    expect(await codeOf(channel.send("muet"))).toBe(50_013);
    guild.overwrite(general, { allow: ["SendMessages"] }, { id: server.botId });
    expect(await codeOf(channel.send("permis à lui seul"))).toBeUndefined();
    guild.overwrite(general, { deny: ["ViewChannel"] }, { id: server.botId });
    expect(await codeOf(channel.send("aveugle"))).toBe(50_001);
    expect(amina.seesFromBot(general).map(({ content }) => content)).toEqual([
      "permis",
      "permis à lui seul",
    ]);
  });

  it("refuse files and embeds without their rights, and reading without history gives nothing", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina });
    const client = await loggedIn(server);
    const channel = await guildText(client, guild.channel("general").id);
    const asked = amina.send(guild.channel("general"), `${server.botMention} ?`);
    guild.overwrite(guild.channel("general"), {
      deny: ["AttachFiles", "EmbedLinks", "ReadMessageHistory"],
    });
    expect(await codeOf(channel.send({ embeds: [{ description: "un encadré" }] }))).toBe(50_013);
    expect(
      await codeOf(channel.send({ files: [{ attachment: Buffer.from("a"), name: "a.txt" }] })),
    ).toBe(50_013);
    expect(
      await codeOf(channel.send({ content: "réponse", reply: { messageReference: asked.id } })),
    ).toBe(160_002);
    expect((await channel.messages.fetch({ limit: 5, cache: false })).size).toBe(0);
  });

  it("refuse with 50007 a direct message to who takes none, until they do", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const direct = await client.users.createDM(amina.id);
    amina.closesDirectMessages();
    expect(await codeOf(direct.send("bonjour"))).toBe(50_007);
    amina.opensDirectMessages();
    expect(await codeOf(direct.send("bonjour"))).toBeUndefined();
  });

  it("refuse what is not there: 10003, 10008", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    expect(await codeOf(client.channels.fetch("123456789012345678"))).toBe(10_003);
    const direct = await client.users.createDM(amina.id);
    expect(await codeOf(direct.messages.fetch("123456789012345678"))).toBe(10_008);
    expect(await codeOf(direct.messages.edit("123456789012345678", "quoi"))).toBe(10_008);
  });

  it("ping nobody who is not allowed for", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina, botMay: ["MentionEveryone"] });
    const role = guild.addRole("bureau");
    const client = await loggedIn(server);
    const channel = await textChannel(client, guild.channel("general").id);
    const content = `@everyone <@&${role.id}> ${amina.mention}`;
    await channel.send(content);
    await channel.send({ content, allowedMentions: { users: [amina.id] } });
    await channel.send({ content, allowedMentions: { parse: ["everyone", "roles", "users"] } });
    expect(amina.seesFromBot(guild.channel("general")).map(({ pinged }) => pinged)).toEqual([
      { users: [], roles: [], everyone: false },
      { users: [amina.id], roles: [], everyone: false },
      { users: [amina.id], roles: [role.id], everyone: true },
    ]);
  });

  it("would be pinged by a message that says nothing about mentions, named or replied to", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const { id } = await client.users.createDM(amina.id);
    const asked = amina.tell("bonjour");
    const reference = { message_id: asked.id };
    for (const body of [
      { content: `hé ${amina.mention}` },
      { content: "réponse", message_reference: reference },
      { content: "réponse", message_reference: reference, allowed_mentions: { parse: [] } },
    ]) {
      await client.rest.post(`/channels/${id}/messages`, { body });
    }
    const pinged = amina.seesFromBot(amina.direct()).map((message) => message.pinged.users);
    expect(pinged).toEqual([[amina.id], [amina.id], []]);
  });

  it("are joined, lost from sight, found again and left", async () => {
    const server = await startedServer();
    const guild = server.guild("Les Amis", { owner: server.person("olga"), botMay: undefined });
    const client = await loggedIn(server);
    const told: string[] = [];
    client.on(Events.GuildCreate, ({ name }) => told.push(`joined ${name}`));
    client.on(Events.GuildDelete, ({ name }) => told.push(`left ${name}`));
    client.on(Events.GuildUnavailable, ({ name }) => told.push(`lost ${name}`));
    client.on(Events.GuildAvailable, ({ name }) => told.push(`found ${name}`));
    guild.addBot();
    guild.becomesUnavailable();
    guild.becomesAvailable();
    guild.removeBot();
    const all = ["joined Les Amis", "lost Les Amis", "found Les Amis", "left Les Amis"];
    await eventually(() => {
      expect(told).toEqual(all);
    });
    guild.addBot();
    await eventually(() => {
      expect(client.guilds.cache.size).toBe(1);
    });
    await client.guilds.cache.get(guild.id)?.leave();
    await eventually(() => {
      expect(told).toEqual([...all, "joined Les Amis", "left Les Amis"]);
    });
    expect(guild.data.members.has(server.botId)).toBe(false);
  });

  it("hold channels of several kinds, made while the client is there", async () => {
    const server = await startedServer();
    const guild = server.guild("Les Amis", { owner: server.person("olga") });
    const client = await loggedIn(server);
    const made = guild.addChannel("annonces", channelTypes.announcement);
    await eventually(() => {
      expect(client.channels.cache.get(made.id)?.type).toBe(ChannelType.GuildAnnouncement);
    });
    guild.removeChannel(made);
    await eventually(() => {
      expect(client.channels.cache.has(made.id)).toBe(false);
    });
  });
});

import { Events, GuildScheduledEventEntityType, GuildScheduledEventPrivacyLevel } from "discord.js";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { channelTypes } from "../support/discord-server/world/world-data.ts";
import { guildText, heardBy, loggedIn, startedServer, textChannel } from "./real-client.ts";
import { codeOf } from "./refusal-of.ts";

describe("guilds also", () => {
  it("hold threads that the assistant opens, is answered in, and that start from a message once", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina });
    const general = guild.channel("general");
    const client = await loggedIn(server);
    const heard = heardBy(client);
    const asked = amina.send(general, `${server.botMention} longue question`);
    const message = await (await guildText(client, general.id)).messages.fetch(asked.id);
    const thread = await message.startThread({ name: "Longue question" });
    expect(thread.id).toBe(asked.id);
    await thread.send("Par ici");
    const inThread = server.world.channel(thread.id);
    amina.send(inThread, `${server.botMention} merci`);
    await eventually(() => {
      expect(heard).toContain(`${server.botMention} merci`);
    });
    expect(amina.seesFromBot(inThread).map(({ content }) => content)).toEqual(["Par ici"]);
    const again = client.rest.post(`/channels/${general.id}/messages/${asked.id}/threads`, {
      body: { name: "encore" },
    });
    expect(await codeOf(again)).toBe(160_004);
    expect((await thread.members.fetch()).map(({ id }) => id)).toContain(amina.id);
    await thread.setArchived(true);
    expect(inThread.isArchived).toBe(true);
    const heardThreads: string[] = [];
    client.on(Events.ThreadCreate, ({ name }) => heardThreads.push(name));
    amina.startThread(general, "À côté");
    await eventually(() => {
      expect(heardThreads).toEqual(["À côté"]);
    });
  });

  it("need the rights of threads in threads", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina });
    const general = guild.channel("general");
    guild.overwrite(general, { deny: ["CreatePublicThreads", "SendMessagesInThreads"] });
    const client = await loggedIn(server);
    expect(
      await codeOf((await guildText(client, general.id)).threads.create({ name: "fil" })),
    ).toBe(50_013);
    const thread = amina.startThread(general, "le mien");
    expect(await codeOf((await textChannel(client, thread.id)).send("moi aussi"))).toBe(50_013);
  });

  it("keep scheduled events, strictly", async () => {
    const server = await startedServer();
    const guild = server.guild("Les Amis", {
      owner: server.person("olga"),
      botMay: ["CreateEvents"],
    });
    const client = await loggedIn(server);
    const { scheduledEvents } = await client.guilds.fetch(guild.id);
    const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
    const workshop = {
      name: "Atelier site web",
      scheduledStartTime: inDays(2),
      scheduledEndTime: inDays(2.1),
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      entityType: GuildScheduledEventEntityType.External,
      entityMetadata: { location: "Maison des associations" },
    };
    const event = await scheduledEvents.create(workshop);
    expect(guild.data.events.get(event.id)?.fields["name"]).toBe("Atelier site web");
    await event.setName("Atelier dons");
    expect((await scheduledEvents.fetch()).map(({ name }) => name)).toEqual(["Atelier dons"]);
    const { scheduledEndTime: _end, ...endless } = workshop;
    expect(await codeOf(scheduledEvents.create(endless))).toBe(50_035);
    expect(await codeOf(scheduledEvents.create({ ...workshop, name: "x".repeat(101) }))).toBe(
      50_035,
    );
    expect(
      await codeOf(scheduledEvents.create({ ...workshop, scheduledStartTime: inDays(-1) })),
    ).toBe(50_035);
    await event.delete();
    expect(guild.data.events.size).toBe(0);
    guild.setRights(["ViewChannel"]);
    guild.takeRole(
      { id: server.botId },
      [...guild.data.roles.values()][1] ?? { ...guild.addRole("x") },
    );
    expect(await codeOf(scheduledEvents.create(workshop))).toBe(50_013);
  });

  it("open an archived thread again for who writes there, but not a locked one, nor a category", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina });
    const thread = amina.startThread(guild.channel("general"), "fil");
    const category = guild.addChannel("rubrique", channelTypes.category);
    const client = await loggedIn(server);
    guild.archive(thread);
    const post = (id: string): Promise<unknown> =>
      client.rest.post(`/channels/${id}/messages`, { body: { content: "a" } });
    expect(await codeOf(post(thread.id))).toBeUndefined();
    expect(thread.isArchived).toBe(false);
    guild.archive(thread, { locked: true });
    expect(await codeOf(post(thread.id))).toBe(160_005);
    expect(await codeOf(post(category.id))).toBe(50_008);
  });
});

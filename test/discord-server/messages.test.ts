import { AttachmentBuilder, Events, Partials } from "discord.js";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { heardBy, loggedIn, startedServer, textChannel } from "./real-client.ts";

describe("messages", () => {
  it("go both ways in direct messages", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    client.on(Events.MessageCreate, (message) => {
      if (!message.author.bot) void message.reply(`écho : ${message.content}`);
    });
    const asked = amina.tell("bonjour");
    const answer = await amina.waitForAnswer(asked);
    expect(answer.content).toBe("écho : bonjour");
    expect(answer.replyTo).toBe(asked.id);
    expect(answer.pinged.users).toEqual([]);
  });

  it("let the assistant begin a direct conversation", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const user = await client.users.fetch(amina.id);
    await user.send("Votre demande est prise.");
    expect(amina.seesFromBot(amina.direct()).map(({ content }) => content)).toEqual([
      "Votre demande est prise.",
    ]);
  });

  it("come without content from a guild, unless they mention the assistant", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina });
    const general = guild.channel("general");
    const client = await loggedIn(server);
    const heard = heardBy(client);
    const own = await (await textChannel(client, general.id)).send("Bonjour à toutes et tous");
    const ownMessage = server.world.message(general, own.id);
    amina.send(general, "entre nous", { files: [{ name: "a.txt", content: "a" }] });
    amina.send(general, `${server.botMention} une question`);
    amina.send(general, "réponse avec ping", { replyTo: ownMessage });
    amina.send(general, "réponse sans ping", { replyTo: ownMessage, ping: false });
    await eventually(() => {
      expect(heard).toEqual(["", `${server.botMention} une question`, "réponse avec ping", ""]);
    });
    const read = await (
      await textChannel(client, general.id)
    ).messages.fetch({ limit: 10, cache: false });
    expect(read.map(({ content }) => content)).toContain("Bonjour à toutes et tous");
    expect(read.map(({ content }) => content)).not.toContain("entre nous");
    expect(read.some(({ attachments }) => attachments.size > 0)).toBe(false);
  });

  it("are not told without their intent, nor from a channel the assistant does not see", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina, channels: ["general", "bureau"] });
    guild.overwrite(guild.channel("bureau"), { deny: ["ViewChannel"] });
    const client = await loggedIn(server, { intents: ["Guilds", "GuildMessages"] });
    const heard = heardBy(client);
    amina.tell("en direct");
    amina.send(guild.channel("bureau"), `${server.botMention} au bureau`);
    amina.send(guild.channel("general"), `${server.botMention} ici`);
    await eventually(() => {
      expect(heard).toEqual([`${server.botMention} ici`]);
    });
  });

  it("can be edited, deleted and reacted to by both", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const acts: string[] = [];
    client.on(Events.MessageUpdate, (_before, after) => acts.push(`changed: ${after.content}`));
    client.on(Events.MessageDelete, ({ id }) => acts.push(`deleted: ${id}`));
    client.on(Events.MessageReactionAdd, ({ emoji }) => acts.push(`reacted: ${emoji.name}`));
    client.on(Events.MessageReactionRemove, ({ emoji }) => acts.push(`unreacted: ${emoji.name}`));
    const asked = amina.tell("bonjuor");
    amina.edit(asked, "bonjour");
    amina.react(asked, "👍");
    amina.unreact(asked, "👍");
    amina.delete(asked);
    await eventually(() => {
      expect(acts).toEqual([
        "changed: bonjour",
        "reacted: 👍",
        "unreacted: 👍",
        `deleted: ${asked.id}`,
      ]);
    });
    const mine = await (await textChannel(client, amina.direct().id)).send("un");
    await mine.edit("deux");
    await mine.react("✅");
    const [seen] = amina.seesFromBot(amina.direct());
    expect(seen?.content).toBe("deux");
    expect([...(seen?.reactions.keys() ?? [])]).toEqual(["✅"]);
    await mine.delete();
    expect(amina.seesFromBot(amina.direct())).toEqual([]);
  });

  it("of a direct channel the client has not met are lost on it when deleted, for discord.js knows no channel", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const before = amina.tell("d'avant le démarrage");
    const client = await loggedIn(server, { partials: [Partials.Channel, Partials.Message] });
    const acts: string[] = [];
    client.on(Events.Raw, ({ t }: { t: string }) => acts.push(t));
    client.on(Events.MessageDelete, ({ id }) => acts.push(id));
    amina.delete(before);
    const after = amina.tell("d'après");
    amina.delete(after);
    await eventually(() => {
      expect(acts).toEqual(["MESSAGE_DELETE", "MESSAGE_CREATE", "MESSAGE_DELETE", after.id]);
    });
  });

  it("carry files with their alternative text, that can be fetched", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const radar = new AttachmentBuilder(Buffer.from("image"), {
      name: "radar.png",
      description: "Radar à cinq axes",
    });
    const sent = await (
      await client.users.createDM(amina.id)
    ).send({ content: "Votre profil", files: [radar] });
    const [seen] = amina.seesFromBot(amina.direct());
    expect(seen?.attachments[0]).toMatchObject({
      filename: "radar.png",
      description: "Radar à cinq axes",
    });
    expect(seen?.attachments[0]?.bytes.toString()).toBe("image");
    const url = sent.attachments.first()?.url ?? "";
    expect(await (await fetch(url)).text()).toBe("image");
    await sent.edit({ attachments: [] });
    expect(seen?.attachments).toEqual([]);
  });

  it("tell a file of a person's", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const urls: string[] = [];
    client.on(Events.MessageCreate, ({ attachments }) =>
      urls.push(...attachments.map(({ url }) => url)),
    );
    amina.tell("voici", { files: [{ name: "statuts.txt", content: "Article 1" }] });
    await eventually(() => {
      expect(urls.length).toBe(1);
    });
    expect(await (await fetch(urls[0] ?? "")).text()).toBe("Article 1");
  });

  it("are listed before, after and around one", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const sent = ["1", "2", "3", "4", "5"].map((text) => amina.tell(text));
    const client = await loggedIn(server);
    const { messages } = await textChannel(client, amina.direct().id);
    const middle = sent[2]?.id ?? "";
    const texts = async (options: object): Promise<string[]> =>
      (await messages.fetch({ cache: false, ...options })).map(({ content }) => content);
    expect(await texts({ before: middle })).toEqual(["2", "1"]);
    expect(await texts({ after: middle })).toEqual(["5", "4"]);
    expect(await texts({ around: middle, limit: 3 })).toEqual(["4", "3", "2"]);
    expect(await texts({ limit: 2 })).toEqual(["5", "4"]);
  });

  it("of an application read by the same nonce again make one message, until the window is over", async () => {
    const clock = { offsetMs: 0, now: () => new Date(Date.now() + clock.offsetMs) };
    const server = await startedServer({ clock, nonceWindowMs: 60_000 });
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const direct = await client.users.createDM(amina.id);
    const once = { content: "une fois", nonce: "annonce-7", enforceNonce: true };
    const first = await direct.send(once);
    const second = await direct.send(once);
    expect(second.id).toBe(first.id);
    await direct.send({ ...once, nonce: "annonce-8" });
    await direct.send({ content: "sans exiger", nonce: "annonce-7" });
    expect(amina.seesFromBot(amina.direct())).toHaveLength(3);
    clock.offsetMs = 60_001;
    expect((await direct.send(once)).id).not.toBe(first.id);
    expect(amina.seesFromBot(amina.direct())).toHaveLength(4);
  });

  it("tell who is typing", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    await (await client.users.createDM(amina.id)).sendTyping();
    expect(server.core.typings.map(({ channelId }) => channelId)).toEqual([amina.direct().id]);
  });
});

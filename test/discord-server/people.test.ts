import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Events,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import { describe, expect, it } from "vitest";
import { eventually } from "../support/eventually.ts";
import { loggedIn, startedServer, textChannel } from "./real-client.ts";
import { codeOf } from "./refusal-of.ts";

describe("people on the server", () => {
  it("write only where they may", async () => {
    const server = await startedServer();
    const [olga, amina] = [server.person("olga"), server.person("amina")];
    const guild = server.guild("Les Amis", { owner: olga, channels: ["bureau"] });
    const office = guild.channel("bureau");
    expect(() => amina.send(office, "coucou")).toThrow(
      "amina may not ViewChannel and SendMessages in bureau",
    );
    amina.join(guild.data);
    guild.overwrite(office, { deny: ["ViewChannel"] });
    olga.send(office, "entre nous");
    expect(amina.sees(office)).toEqual([]);
    const role = guild.addRole("bureau");
    guild.overwrite(office, { allow: ["ViewChannel"] }, role);
    guild.giveRole(amina, role);
    amina.send(office, "me voici");
    expect(amina.sees(office).map(({ content }) => content)).toEqual(["entre nous", "me voici"]);
    guild.takeRole(amina, role);
    expect(() => amina.send(office, "et là ?")).toThrow("may not");
    amina.leave(guild.data);
    expect(guild.data.members.has(amina.id)).toBe(false);
  });

  it("press only what they see, while it is not greyed out", async () => {
    const server = await startedServer();
    const [amina, bruno] = [server.person("amina"), server.person("bruno")];
    const guild = server.guild("Les Amis", { owner: amina, members: [bruno] });
    const client = await loggedIn(server);
    await client.application.commands.set([{ name: "aide", description: "De l'aide" }]);
    const open = new ButtonBuilder().setCustomId("a").setLabel("Oui").setStyle(ButtonStyle.Primary);
    const grey = new ButtonBuilder()
      .setCustomId("b")
      .setLabel("Non")
      .setStyle(ButtonStyle.Primary)
      .setDisabled(true);
    const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(open, grey)];
    const told: unknown[] = [];
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton()) void interaction.deferUpdate();
      if (!interaction.isChatInputCommand()) return;
      void interaction
        .reply({ content: "?", components, flags: MessageFlags.Ephemeral, withResponse: true })
        .then(({ interaction: about, resource }) =>
          told.push(about.responseMessageEphemeral, resource?.message?.content),
        );
    });
    const message = await bruno.slash(guild.channel("general"), "aide").response();
    expect(() => amina.press(message, "Oui")).toThrow("amina does not see the message");
    expect(() => bruno.press(message, "Non")).toThrow("greyed out");
    expect((await bruno.press(message, "Oui").acknowledged()).type).toBe(6);
    await eventually(() => {
      expect(told).toEqual([true, "?"]);
    });
  });

  it("are told apart by what their commands tell of them", async () => {
    const server = await startedServer();
    const [amina, bruno] = [server.person("amina"), server.person("bruno", { locale: "en-GB" })];
    const guild = server.guild("Les Amis", { owner: amina, members: [bruno] });
    const client = await loggedIn(server);
    await client.application.commands.set([{ name: "aide", description: "De l'aide" }]);
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const isRunning =
        interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true;
      const mayWrite = interaction.appPermissions.has(PermissionFlagsBits.SendMessages);
      void interaction.reply(
        [interaction.locale, isRunning, mayWrite, interaction.user.displayName].join(" "),
      );
    });
    const general = guild.channel("general");
    guild.overwrite(general, { deny: ["SendMessages"] }, { id: server.botId });
    expect((await amina.slash(general, "aide").response()).content).toBe("fr true false Amina");
    expect((await bruno.slash(general, "aide").response()).content).toBe("en-GB false false Bruno");
  });

  it("do not give the assistant the content of a reply to an interaction's answer", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina });
    const client = await loggedIn(server);
    await client.application.commands.set([{ name: "aide", description: "De l'aide" }]);
    const heard: string[] = [];
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply("voici");
    });
    client.on(Events.MessageCreate, ({ content, author }) => {
      if (!author.bot) heard.push(content);
    });
    const general = guild.channel("general");
    const answer = await amina.slash(general, "aide").response();
    amina.send(general, "et ensuite ?", { replyTo: answer });
    amina.send(general, `${server.botMention} et ensuite ?`, { replyTo: answer });
    await eventually(() => {
      expect(heard).toEqual(["", `${server.botMention} et ensuite ?`]);
    });
  });

  it("no longer see an answer that was taken back", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    await client.application.commands.set([{ name: "aide", description: "De l'aide" }]);
    const codes: unknown[] = [];
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      void interaction
        .reply("voici")
        .then(() => interaction.deleteReply())
        .then(() => codeOf(interaction.fetchReply()))
        .then((code) => codes.push(code));
    });
    amina.slash(amina.direct(), "aide");
    await eventually(() => {
      expect(codes).toEqual([10_008]);
    });
    expect(amina.seesFromBot(amina.direct())).toEqual([]);
  });

  it("see a first follow-up in the place of the answer that was promised", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    await client.application.commands.set([{ name: "aide", description: "De l'aide" }]);
    client.on(Events.InteractionCreate, (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      void interaction.deferReply().then(() => interaction.followUp("voici"));
    });
    const asked = amina.slash(amina.direct(), "aide");
    expect((await asked.response()).content).toBe("voici");
    expect(amina.seesFromBot(amina.direct())).toHaveLength(1);
    expect(asked.followUps).toEqual([]);
  });

  it("wait in vain with a clear text", async () => {
    const server = await startedServer({ waitMs: 50 });
    const amina = server.person("amina");
    const asked = amina.tell("allô ?");
    await expect(amina.waitForAnswer(asked)).rejects.toThrow(
      'Waited 50 ms for amina to see an answer to "allô ?", in vain. Seen: ["allô ?"]',
    );
  });

  it("see what the assistant sends as soon as it is there", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const waiting = amina.waitUntil(amina.direct(), (seen) => seen.length === 2, "two messages");
    const direct = await textChannel(client, amina.direct().id);
    await direct.send("un");
    await direct.send("deux");
    expect((await waiting).map(({ content }) => content)).toEqual(["un", "deux"]);
  });
});

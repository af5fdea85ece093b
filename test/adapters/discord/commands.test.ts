import { describe, expect, it } from "vitest";
import { commandDefinitions } from "../../../src/adapters/discord/commands/command-definitions.ts";
import { commandNamed, commands } from "../../../src/adapters/discord/commands/commands.ts";
import { wordsOfCommand } from "../../../src/adapters/discord/commands/words-of-command.ts";
import { findGlobalWord } from "../../../src/bot/global-words.ts";
import { languages } from "../../../src/model/language.ts";
import { eventually } from "../../support/eventually.ts";
import { contentTell, GuildRig } from "../../support/guild-rig.ts";
import { library } from "../../support/small-library.ts";
import { startedServer } from "../../discord-server/real-client.ts";

const slashNames = [
  "demander",
  "ateliers",
  "diagnostic",
  "humain",
  "mes-demandes",
  "aide",
  "mes-donnees",
  "langue",
];
const menuNames = ["Demander à l'assistant", "Transmettre à une personne"];

describe("registering the commands", () => {
  it("registers them all in both languages, which Discord takes as they are", async () => {
    const server = await startedServer();
    const rig = new GuildRig(server);
    await rig.start();
    expect(server.commands.map(({ fields }) => fields["name"])).toEqual([
      ...slashNames,
      ...menuNames,
    ]);
    for (const { fields } of server.commands) {
      expect(JSON.stringify(fields["name_localizations"])).toMatch(
        /^\{"en-US":"[^"]+","en-GB":"[^"]+"\}$/,
      );
    }
    const amina = server.person("amina", { locale: "en-GB" });
    expect(
      amina.slash(amina.direct(), "ask", { question: "?" }).start.payload["data"],
    ).toMatchObject({ name: "demander" });
  });

  it("writes them once: a second start finds nothing to change", async () => {
    const server = await startedServer();
    const rig = new GuildRig(server);
    await rig.start();
    await rig.stop();
    const ids = server.commands.map(({ id }) => id);
    await rig.start();
    expect(server.requestsTo("PUT /applications/:app/commands")).toHaveLength(1);
    expect(server.commands.map(({ id }) => id)).toEqual(ids);
  });

  it("puts back what somebody changed, and leaves alone what an administrator set", async () => {
    const server = await startedServer();
    const rig = new GuildRig(server);
    await rig.start();
    await rig.stop();
    const aide = server.commands.find(({ fields }) => fields["name"] === "aide");
    if (!aide) throw new Error("no command aide");
    const change = (fields: object) =>
      server.core.commands.set(aide.id, { ...aide, fields: { ...aide.fields, ...fields } });
    change({ default_member_permissions: "8", version: "2" });
    await rig.start();
    await rig.stop();
    expect(server.requestsTo("PUT /applications/:app/commands")).toHaveLength(1);
    change({ description: "Autre chose" });
    await rig.start();
    expect(server.requestsTo("PUT /applications/:app/commands")).toHaveLength(2);
    expect(server.core.commands.get(aide.id)?.fields["description"]).toBe(
      contentTell("fr")("command-help-what"),
    );
  });

  it("moves them between everywhere and a guild, so that none is offered twice", async () => {
    const server = await startedServer();
    const guild = server.guild("Les Amis", { owner: server.person("olga") });
    const rig = new GuildRig(server);
    const places = () => new Set(server.commands.map(({ guildId }) => guildId));
    await rig.start();
    expect(places()).toEqual(new Set([undefined]));
    await rig.stop();
    await rig.start({ guildCommands: [guild.id] });
    await eventually(() => {
      expect(places()).toEqual(new Set([guild.id]));
    });
    await rig.stop();
    await rig.start({ guildCommands: "global" });
    await eventually(() => {
      expect(places()).toEqual(new Set([undefined]));
    });
    expect(server.commands).toHaveLength(commands.length);
  });

  it("goes on without those of a guild it is not in, and says what to do", async () => {
    const server = await startedServer();
    const owner = server.person("olga");
    const ours = server.guild("Les Amis", { owner });
    const theirs = server.guild("Les Autres", { owner, botMay: undefined });
    const rig = new GuildRig(server);
    await rig.start({ guildCommands: [theirs.id, ours.id] });
    expect(new Set(server.commands.map(({ guildId }) => guildId))).toEqual(new Set([ours.id]));
    expect(rig.logged("commands-not-registered").join()).toContain(`invite the assistant`);
    theirs.addBot();
    await rig.keeper.tick();
    expect(server.commands).toHaveLength(2 * commands.length);
  });
});

describe("what a command says", () => {
  it.each([
    ["aide", "help"],
    ["humain", "human"],
    ["mes-donnees", "my-data"],
    ["langue", "language"],
  ])("/%s is the word the assistant knows in both languages", (name, word) => {
    const command = commandNamed(name, 1, contentTell);
    for (const language of languages) {
      const words = command && wordsOfCommand(command, {}, contentTell(language));
      expect(findGlobalWord(words ?? "", library)).toMatchObject({ word });
    }
  });

  it("/langue with a choice speaks it", () => {
    const command = commandNamed("langue", 1, contentTell);
    if (!command) throw new Error("no such command");
    for (const [option, word] of [
      ["fr", "french"],
      ["en", "english"],
    ] as const) {
      const words = wordsOfCommand(command, { option }, contentTell("fr"));
      expect(findGlobalWord(words ?? "", library)).toMatchObject({ word });
    }
  });

  it("a question is said as it is, and asked for when there is none", () => {
    const [ask, menu] = [
      commandNamed("demander", 1, contentTell),
      commandNamed("Demander à l'assistant", 3, contentTell),
    ];
    if (!ask || !menu) throw new Error("no such command");
    const tell = contentTell("fr");
    expect(wordsOfCommand(ask, { option: "un logo ?" }, tell)).toBe("un logo ?");
    expect(wordsOfCommand(ask, { option: " " }, tell)).toBeUndefined();
    expect(wordsOfCommand(menu, { message: "un logo ?" }, tell)).toBe("un logo ?");
    expect(wordsOfCommand(menu, { message: "" }, tell)).toBeUndefined();
  });

  it("is answered to the person alone where it is private", () => {
    const ephemeral = commandDefinitions(contentTell)
      .filter(({ name, type }) => commandNamed(name, type, contentTell)?.isEphemeral)
      .map(({ name }) => name);
    expect(ephemeral).toEqual([
      "diagnostic",
      "humain",
      "mes-demandes",
      "mes-donnees",
      "langue",
      ...menuNames,
    ]);
    expect(commandNamed("inconnue", 1, contentTell)).toBeUndefined();
    expect(commandNamed("demander", 3, contentTell)).toBeUndefined();
  });
});

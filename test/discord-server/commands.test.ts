import { REST, Routes } from "discord.js";
import { describe, expect, it } from "vitest";
import { loggedIn, startedServer } from "./real-client.ts";

const aide = {
  name: "aide",
  description: "De l'aide",
  nameLocalizations: { "en-GB": "help" },
  descriptionLocalizations: { "en-GB": "Help" },
};
const langue = { name: "langue", description: "La langue" };

describe("commands", () => {
  it("are replaced all at once, those that stay keeping their ids and localisations", async () => {
    const server = await startedServer();
    const client = await loggedIn(server);
    const before = await client.application.commands.set([aide, langue]);
    const id = before.find(({ name }) => name === "aide")?.id;
    const after = await client.application.commands.set([aide]);
    expect(after.map((command) => command.id)).toEqual([id]);
    const [read] = (await client.application.commands.fetch({ withLocalizations: true })).values();
    expect(read?.nameLocalizations).toEqual({ "en-GB": "help" });
    expect(read?.descriptionLocalizations).toEqual({ "en-GB": "Help" });
    expect(server.commands).toHaveLength(1);
  });

  it("are told without their localisations unless asked for", async () => {
    const server = await startedServer();
    const client = await loggedIn(server);
    await client.application.commands.set([aide]);
    const rest = new REST({ api: server.apiUrl, version: "10" }).setToken(server.token);
    const told = JSON.stringify(await rest.get(Routes.applicationCommands(server.botId)));
    expect(told).toContain('"name":"aide"');
    expect(told).not.toContain("name_localizations");
  });

  it("of a guild are its own, are changed and taken away", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina });
    const client = await loggedIn(server);
    const command = await client.application.commands.create(langue, guild.id);
    expect(() => amina.slash(amina.direct(), "langue")).toThrow('offered no command "langue"');
    expect(amina.slash(guild.channel("general"), "langue").start.payload["data"]).toMatchObject({
      name: "langue",
      guild_id: guild.id,
    });
    await client.application.commands.edit(
      command.id,
      { description: "Choisir la langue" },
      guild.id,
    );
    expect(server.commands[0]?.fields).toMatchObject({
      name: "langue",
      description: "Choisir la langue",
    });
    await client.application.commands.delete(command.id, guild.id);
    expect(server.commands).toEqual([]);
  });

  it("are refused whole when one name stands twice", async () => {
    const server = await startedServer();
    const client = await loggedIn(server);
    await expect(client.application.commands.set([aide, aide])).rejects.toThrow("must be unique");
    expect(server.commands).toEqual([]);
  });

  it("want of people what they require", async () => {
    const server = await startedServer();
    const amina = server.person("amina");
    const client = await loggedIn(server);
    const options = [
      { type: 3, name: "question", description: "?", required: true },
      { type: 4, name: "nombre", description: "?", maxValue: 3 },
    ] as const;
    await client.application.commands.set([{ name: "demander", description: "?", options }]);
    const direct = amina.direct();
    expect(() => amina.slash(direct, "demander")).toThrow('"question" must be filled in');
    expect(() => amina.slash(direct, "demander", { question: "a", nombre: 4 })).toThrow(
      '"nombre" is outside its max_value',
    );
    expect(() => amina.slash(direct, "demander", { question: "a", autre: 4 })).toThrow(
      'no option "autre"',
    );
  });
});

import { once } from "node:events";
import { join } from "node:path";
import { PermissionsBitField } from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { commandDefinitions } from "../../../src/adapters/discord/commands/command-definitions.ts";
import { createRest } from "../../../src/adapters/discord/connection/discord-rest.ts";
import { discordDocuments, discordKinds } from "../../../src/adapters/discord/discord-documents.ts";
import type { DiscordSettings } from "../../../src/adapters/discord/discord-settings.ts";
import { checkDepartures } from "../../../src/adapters/discord/doctor/check-departures.ts";
import { examineDiscord } from "../../../src/adapters/discord/doctor/examine-discord.ts";
import { invitationLink } from "../../../src/adapters/discord/doctor/invitation-link.ts";
import { readGuilds } from "../../../src/main/read-guilds.ts";
import type { Finding } from "../../../src/model/finding.ts";
import { put } from "../../../src/ports/store.ts";
import { openLowdbStore } from "../../../src/stores/lowdb-store.ts";
import { startedServer } from "../../discord-server/real-client.ts";
import type { DiscordServer } from "../../support/discord-server/discord-server.ts";
import { contentTell, GuildRig } from "../../support/guild-rig.ts";
import { keptLog } from "../../support/kept-log.ts";
import { startPasserelle } from "../../support/run-passerelle.ts";
import { temporaryFolder, writeFiles } from "../../support/temporary-folder.ts";

async function examine(
  server: DiscordServer,
  settings: Partial<DiscordSettings> = {},
  token = server.token,
  teamRooms: readonly string[] = [],
): Promise<readonly Finding[]> {
  return examineDiscord({
    settings: {
      apiBaseUrl: server.apiUrl,
      guildCommands: "global",
      rooms: [],
      messageContent: false,
      roles: { coordinators: [], mediators: [], advisers: [] },
      coordinatorPermission: "ManageEvents",
      shards: 1,
      ...settings,
    },
    rest: createRest({ apiBaseUrl: server.apiUrl, token }),
    definitions: commandDefinitions(contentTell),
    teamRooms,
  });
}

const wrong = (findings: readonly Finding[]) => findings.filter(({ state }) => state === "bad");

/** A store that knows of a guild that was left, 42, and of one that was not. */
async function leave42(folder: string) {
  const store = await openLowdbStore({ folder, types: discordKinds, log: keptLog() });
  const leftAt = "2026-11-22T10:00:00.000Z";
  await store.write([
    put(discordDocuments.guilds, "42", { leftAt, channels: ["7"], at: leftAt }),
    put(discordDocuments.guilds, "43", { channels: ["8"], at: leftAt }),
  ]);
  return store;
}

describe("the doctor for Discord", () => {
  it("finds nothing wrong once the assistant has run, and changes nothing itself", async () => {
    const server = await startedServer();
    server.guild("Les Amis", { owner: server.person("olga") });
    const rig = new GuildRig(server);
    await rig.start();
    await rig.stop();
    const before = server.requests.length;
    const findings = await examine(server);
    expect(wrong(findings)).toEqual([]);
    expect(findings.map(({ what }) => what).join("\n")).toContain("privileged ones: none");
    expect(new Set(server.requests.slice(before).map(({ method }) => method))).toEqual(
      new Set(["GET"]),
    );
  });

  it("says that the commands were never registered", async () => {
    const findings = await examine(await startedServer());
    expect(wrong(findings)).toMatchObject([
      {
        what: "commands are not registered everywhere as they should be",
        remedy: "start the assistant: it registers them",
      },
    ]);
  });

  it("says that the token is wrong, and that nobody answers", async () => {
    const server = await startedServer();
    const [refused] = wrong(await examine(server, {}, "wrong"));
    expect(refused?.what).toBe("the token is refused");
    expect(refused?.remedy).toContain("PASSERELLE_DISCORD_TOKEN");
    await server.goAway();
    expect(wrong(await examine(server))[0]?.remedy).toContain("discord.apiBaseUrl");
  });

  it("names each right that is missing in a channel, and how to give it", async () => {
    const server = await startedServer();
    const guild = server.guild("Les Amis", {
      owner: server.person("olga"),
      channels: ["muet", "sans-fichiers", "bureau"],
    });
    guild.overwrite(guild.channel("muet"), { deny: ["SendMessages"] });
    guild.overwrite(guild.channel("sans-fichiers"), { deny: ["AttachFiles"] });
    guild.overwrite(guild.channel("bureau"), { deny: ["ViewChannel"] });
    const findings = await examine(server);
    const about = (channel: string) => findings.filter(({ what }) => what.includes(`#${channel}`));
    expect(about("muet")).toMatchObject([{ state: "bad" }]);
    expect(about("muet")[0]?.what).toContain("missing: Send Messages (to answer)");
    expect(about("muet")[0]?.remedy).toContain("Edit Channel");
    expect(about("sans-fichiers")).toMatchObject([{ state: "good" }]);
    expect(about("sans-fichiers")[0]?.what).toContain("missing: Attach Files");
    expect(about("bureau")).toEqual([]);
    expect(findings.map(({ what }) => what).join("\n")).toContain(
      "channels it may answer in: 1 of 3; hidden from it: 1",
    );
  });

  it("wants every right in the rooms that opted in, and knows those that are gone", async () => {
    const server = await startedServer();
    const guild = server.guild("Les Amis", { owner: server.person("olga") });
    const general = guild.channel("general");
    guild.overwrite(general, { deny: ["ViewChannel"] });
    const whats = wrong(await examine(server, { rooms: [general.id, "99"], messageContent: true }))
      .map(({ what }) => what)
      .join("\n");
    expect(whats).toContain("#general");
    expect(whats).toContain("channel 99, which is in none of its servers");
    expect(whats).toContain("Message Content is asked for and was not granted");
    expect(
      wrong(await examine(server, { rooms: [general.id] }))
        .map(({ what }) => what)
        .join("\n"),
    ).toContain("discord.rooms is of no use without Message Content");
  });

  it("says of each room of the directory whether advisers can work there", async () => {
    const server = await startedServer();
    const guild = server.guild("Conseil", { owner: server.person("olga") });
    const [fit, unfit] = [guild.channel("general"), guild.addChannel("sans-fil")];
    guild.overwrite(unfit, { deny: ["CreatePublicThreads", "AddReactions"] });
    const findings = await examine(server, {}, server.token, [fit.id, unfit.id, "99"]);
    const whats = findings.map(({ what }) => what).join("\n");
    expect(whats).toContain(`#general (${fit.id}): advisers can be written to there`);
    expect(wrong(findings).map(({ what }) => what)).toMatchObject([
      expect.stringContaining("commands"),
      expect.stringMatching(/#sans-fil .*Create Public Threads .*Add Reactions/),
      expect.stringContaining("channel 99, which is in none of its servers"),
    ]);
  });

  it("says when few connections are left, and when there are too few shards", async () => {
    const server = await startedServer({ identifiesLeft: 5, shards: 3 });
    const whats = wrong(await examine(server)).map(({ what }) => what);
    expect(whats).toContain("5 of today's 1000 connections are left");
    expect(whats).toContain("Discord recommends 3 shards, and discord.shards is 1");
    const auto = wrong(await examine(server, { shards: "auto" })).map(({ what }) => what);
    expect(auto.join()).not.toContain("recommends");
  });

  it("says that a guild of discord.guildCommands is not ours, and that the application is another", async () => {
    const server = await startedServer();
    const guild = server.guild("Ailleurs", { owner: server.person("olga"), botMay: undefined });
    const findings = await examine(server, { guildCommands: [guild.id], applicationId: "42" });
    const whats = wrong(findings)
      .map(({ what }) => what)
      .join("\n");
    // The token says which application is invited.
    expect(findings.at(-1)?.what).toContain(`client_id=${server.botId}&`);
    expect(whats).toContain(`cannot be registered in the server ${guild.id}`);
    expect(whats).toContain("discord.applicationId is 42");
  });

  it("says whether workshops may be shown in a server's events, and asks for that right in the link", async () => {
    const server = await startedServer();
    const olga = server.person("olga");
    const may = server.guild("Peut", { owner: olga, botMay: ["ViewChannel", "CreateEvents"] });
    const mayNot = server.guild("Ne peut pas", { owner: olga });
    const findings = await examine(server, { scheduledEvents: [may.id, mayNot.id, "99"] });
    const about = findings.filter(({ what }) => what.includes("events of the server"));
    expect(about.map(({ state, what }) => [state, what.includes(may.id)])).toEqual([
      ["good", true],
      ["bad", false],
    ]);
    expect(about[1]?.remedy).toContain("allow Create Events");
    expect(wrong(findings).some(({ what }) => what.includes("names the server 99"))).toBe(true);
    expect(findings.map(({ what }) => what).join("\n")).toContain("GuildScheduledEvents");
    const link = new URL(/https?:\S+$/.exec(findings.at(-1)?.what ?? "")?.[0] ?? "");
    const bits = new PermissionsBitField(BigInt(link.searchParams.get("permissions") ?? ""));
    expect(bits.has("CreateEvents")).toBe(true);
  });

  it("gives the link of the invitation with exactly the permissions that are used", () => {
    const link = new URL(invitationLink("https://discord.com/api", "42"));
    expect(link.origin + link.pathname).toBe("https://discord.com/oauth2/authorize");
    expect(link.searchParams.get("scope")).toBe("bot applications.commands");
    expect(link.searchParams.get("client_id")).toBe("42");
    const bits = new PermissionsBitField(BigInt(link.searchParams.get("permissions") ?? ""));
    expect(bits.toArray().toSorted()).toEqual([
      "AddReactions",
      "AttachFiles",
      "CreatePublicThreads",
      "EmbedLinks",
      "ReadMessageHistory",
      "SendMessages",
      "SendMessagesInThreads",
      "ViewChannel",
    ]);
  });

  it("tells of a guild that was left until when what was said there is kept, of a held folder too", async () => {
    const folder = temporaryFolder();
    const store = await leave42(folder);
    onTestFinished(() => store.close());
    expect(checkDepartures(await readGuilds(folder)).map(({ what }) => what)).toEqual([
      "the server 42 was left on 2026-11-22: what was said there is erased on 2026-12-22, but for questions kept for the curators",
    ]);
    expect(await readGuilds(join(folder, "nowhere"))).toEqual([]);
  });

  it("prints all of it on the command line, and exits with 1 when something is wrong", async () => {
    const server = await startedServer();
    const folder = temporaryFolder();
    const config = { dataFolder: join(folder, "data"), discord: { apiBaseUrl: server.apiUrl } };
    writeFiles(folder, { "bot.config.json": JSON.stringify(config) });
    await (await leave42(config.dataFolder)).close();
    const run = async (environment: Readonly<Record<string, string>>) => {
      const file = join(folder, "bot.config.json");
      const child = startPasserelle(["doctor", "--config", file], environment);
      let out = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
      await once(child, "close");
      return { code: child.exitCode, out };
    };
    const first = await run({ PASSERELLE_DISCORD_TOKEN: server.token });
    expect(first.out).toContain("WRONG  commands are not registered everywhere");
    expect(first.out).toContain("-> start the assistant");
    expect(first.out).toContain(`client_id=${server.botId}`);
    expect(first.out).toContain("the server 42 was left on 2026-11-22");
    expect(first.code).toBe(1);
    const without = await run({ PASSERELLE_DISCORD_TOKEN: "" });
    expect(without.out).toContain("PASSERELLE_DISCORD_TOKEN is not set");
    expect(without.code).toBe(1);
  });
});

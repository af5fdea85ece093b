import { describe, expect, it, vi } from "vitest";
import { discordDocuments } from "../../../src/adapters/discord/discord-documents.ts";
import { put } from "../../../src/ports/store.ts";
import { startedServer } from "../../discord-server/real-client.ts";
import type { DiscordServer } from "../../support/discord-server/discord-server.ts";
import { eventually } from "../../support/eventually.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { GuildRig } from "../../support/guild-rig.ts";

const dayMs = 86_400_000;

function posts(server: DiscordServer): readonly unknown[] {
  return server.requestsTo("POST /channels/:channel/messages").map(({ body }) => body);
}

describe("a guild we are invited to", () => {
  it("is greeted once in its system channel, with what is kept, pinging nobody", async () => {
    const server = await startedServer();
    const olga = server.person("olga");
    const guild = server.guild("Les Amis", { owner: olga, botMay: undefined });
    const rig = new GuildRig(server);
    await rig.start();
    guild.addBot();
    const general = guild.channel("general");
    await olga.waitUntil(general, (seen) => seen.length > 0);
    await rig.stop();
    await rig.start();
    await rig.stop();
    const [hello, ...others] = olga.seesFromBot(general);
    expect(others).toEqual([]);
    expect(hello?.content).toContain("/demander");
    expect(hello?.content).toContain("7 jours");
    expect(hello?.content).toContain("180 jours, noms et numéros masqués");
    expect(hello?.content).toContain(
      "effacé 30 jours plus tard, sauf ces questions, gardées jusqu'au bout de leurs 180 jours",
    );
    expect(hello?.content).not.toContain("{");
    expect(posts(server)).toMatchObject([
      { enforce_nonce: true, allowed_mentions: { parse: [], replied_user: false } },
    ]);
  });

  it("hears its hello from its owner's messages when we may not write in it", async () => {
    const server = await startedServer();
    const olga = server.person("olga");
    const guild = server.guild("Les Amis", { owner: olga, botMay: undefined });
    guild.overwrite(guild.channel("general"), { deny: ["SendMessages"] });
    const rig = new GuildRig(server);
    await rig.start();
    guild.addBot();
    await olga.waitUntil(olga.direct(), (seen) => seen.length > 0);
    expect(olga.seesFromBot(olga.direct())[0]?.content).toContain("Passerelle");
    expect(olga.seesFromBot(guild.channel("general"))).toEqual([]);
  });

  it("goes without a hello when nobody takes it, and it is not tried again", async () => {
    const server = await startedServer();
    const olga = server.person("olga");
    olga.closesDirectMessages();
    const guild = server.guild("Les Amis", { owner: olga, botMay: undefined });
    guild.overwrite(guild.channel("general"), { deny: ["SendMessages"] });
    const rig = new GuildRig(server);
    await rig.start();
    guild.addBot();
    await eventually(() => {
      expect(rig.logged("guild-not-greeted")).toHaveLength(1);
    });
    const tried = posts(server).length;
    await rig.stop();
    await rig.start();
    await rig.stop();
    expect(posts(server)).toHaveLength(tried);
  });

  it("is not greeted when it was joined long before: its hello was said by a store that was lost", async () => {
    const server = await startedServer();
    const olga = server.person("olga");
    const guild = server.guild("Les Amis", { owner: olga });
    const rig = new GuildRig(
      server,
      new FixedClock(new Date(Date.now() + 3 * dayMs).toISOString()),
    );
    await rig.start();
    await rig.stop();
    expect(olga.seesFromBot(guild.channel("general"))).toEqual([]);
    expect(await rig.store.get(discordDocuments.guilds, guild.id)).toMatchObject({
      channels: [guild.channel("general").id],
    });
  });

  it("is greeted once although the answer to the first try was lost and the process began anew", async () => {
    const server = await startedServer({ nonceWindowMs: 0 });
    const olga = server.person("olga");
    const guild = server.guild("Les Amis", { owner: olga, botMay: undefined });
    const rig = new GuildRig(server);
    await rig.start();
    server.fail({
      method: "POST",
      path: /\/messages$/,
      fate: { kind: "done-then-dropped", by: "end" },
    });
    guild.addBot();
    await eventually(() => {
      expect(rig.logged("guild-care-failed")).toHaveLength(1);
    });
    await rig.stop();
    await rig.start();
    await rig.stop();
    expect(olga.seesFromBot(guild.channel("general"))).toHaveLength(1);
  });
});

describe("a guild we left", () => {
  it("has its data erased 30 days later, as the log says", async () => {
    const server = await startedServer();
    const guild = server.guild("Les Amis", { owner: server.person("olga") });
    const rig = new GuildRig(server);
    await rig.start();
    const general = guild.channel("general").id;
    const at = rig.clock.now().toISOString();
    const place = { last: "1", isDirect: false, at };
    await vi.waitFor(async () => {
      expect(await rig.store.get(discordDocuments.guilds, guild.id)).toBeDefined();
    });
    await rig.store.write([
      put(discordDocuments.places, general, place),
      put(discordDocuments.places, "99", place),
      put(discordDocuments.threads, "77", { parent: general, at }),
      put(discordDocuments.places, "77", place),
      // A thread that is a room itself: its channel was never told.
      put(discordDocuments.places, "55", { ...place, guild: guild.id }),
    ]);
    guild.removeBot();
    await eventually(() => {
      expect(rig.logged("guild-left")).toHaveLength(1);
    });
    const erasedOn = new Date(rig.clock.now().getTime() + 30 * dayMs).toISOString().slice(0, 10);
    expect(rig.logged("guild-left")[0]).toContain(erasedOn);
    expect(rig.logged("guild-left")[0]).toContain("questions kept for the curators, 180 days each");

    rig.clock.moveByMs(29 * dayMs);
    await rig.keeper.tick();
    expect(rig.forgotten).toEqual([]);
    rig.clock.moveByMs(dayMs);
    await rig.keeper.tick();
    const [isGone] = rig.forgotten;
    const rooms = [general, `${general}/olga`, "77", "55", "99"];
    expect(rooms.filter((room) => isGone?.(room))).toEqual(rooms.slice(0, 4));
    const left = await rig.store.list(discordDocuments.places);
    expect(left.map(({ id }) => id)).toEqual(["99"]);
    expect(await rig.store.list(discordDocuments.threads)).toEqual([]);
    expect(await rig.store.list(discordDocuments.guilds)).toEqual([]);
  });

  it("is noticed although it was left while the assistant was stopped", async () => {
    const server = await startedServer();
    const owner = server.person("olga");
    const [left, kept] = ["Partie", "Gardée"].map((name) => server.guild(name, { owner }));
    const rig = new GuildRig(server);
    await rig.start();
    await vi.waitFor(async () => {
      expect(await rig.store.list(discordDocuments.guilds)).toHaveLength(2);
    });
    await rig.stop();
    left?.removeBot();
    await rig.start();
    await rig.stop();
    expect(rig.logged("guild-left").join()).toContain(left?.id);
    expect(rig.logged("guild-left").join()).not.toContain(kept?.id);
  });

  it("keeps its data when it takes us back in time, and when it is only out of order", async () => {
    const server = await startedServer();
    const olga = server.person("olga");
    const guild = server.guild("Les Amis", { owner: olga });
    const rig = new GuildRig(server);
    await rig.start();
    await olga.waitUntil(guild.channel("general"), (seen) => seen.length === 1);
    guild.becomesUnavailable();
    guild.becomesAvailable();
    guild.removeBot();
    await eventually(() => {
      expect(rig.logged("guild-left")).toHaveLength(1);
    });
    guild.addBot();
    await vi.waitFor(async () => {
      const known = await rig.store.get(discordDocuments.guilds, guild.id);
      expect(known?.leftAt).toBeUndefined();
    });
    rig.clock.moveByMs(40 * dayMs);
    await rig.keeper.tick();
    expect(rig.forgotten).toEqual([]);
    expect(olga.seesFromBot(guild.channel("general"))).toHaveLength(1);
  });
});

it("keeps the channels a guild has, not those it had nor its threads", async () => {
  const server = await startedServer();
  const guild = server.guild("Les Amis", { owner: server.person("olga") });
  const general = guild.channel("general");
  const rig = new GuildRig(server);
  await rig.start();
  const ofGuild = { guild_id: guild.id, parent_id: general.id };
  server.emitRaw("THREAD_CREATE", { ...ofGuild, id: "1400000000000000001", type: 11 });
  const gone = { ...ofGuild, id: "1500000000000000001", type: 0 };
  server.emitRaw("CHANNEL_CREATE", gone);
  const kept = async () => (await rig.store.get(discordDocuments.guilds, guild.id))?.channels;
  await eventually(async () => {
    expect(await kept()).toContain(gone.id);
  });
  server.emitRaw("CHANNEL_DELETE", gone);
  const fresh = { ...ofGuild, id: "1500000000000000002", type: 0 };
  server.emitRaw("CHANNEL_CREATE", fresh);
  await eventually(async () => {
    expect(await kept()).toContain(fresh.id);
  });
  expect(await kept()).not.toContain(gone.id);
  expect(await kept()).not.toContain("1400000000000000001");
});

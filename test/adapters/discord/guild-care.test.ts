import { expect, it, vi } from "vitest";
import { discordDocuments } from "../../../src/adapters/discord/discord-documents.ts";
import { DiscordRefusal } from "../../../src/adapters/discord/rest.ts";
import { startedServer } from "../../discord-server/real-client.ts";
import { eventually } from "../../support/eventually.ts";
import { GuildRig } from "../../support/guild-rig.ts";

it("explains, frees and notices departures while Discord has a hello wait", async () => {
  const server = await startedServer();
  const olga = server.person("olga");
  const [left, kept] = ["Partie", "Gardée"].map((name) => server.guild(name, { owner: olga }));
  const slow = server.guild("Lente", { owner: server.person("driss"), botMay: undefined });
  const rig = new GuildRig(server);
  await rig.start();
  await eventually(() => {
    expect(rig.logged("guild-greeted")).toHaveLength(2);
  });
  const fate = {
    kind: "answer",
    status: 429,
    headers: { "retry-after": "60" },
    body: { message: "You are being rate limited.", retry_after: 60, global: false },
  } as const;
  server.fail({ path: new RegExp(`${slow.channel("general").id}/messages$`), times: 1, fate });
  slow.addBot();
  await eventually(() => {
    expect(server.requests.some(({ status }) => status === 429)).toBe(true);
  });
  left?.removeBot();
  const refused = kept?.channel("general");
  if (!refused || !kept) throw new Error("no channel");
  kept.overwrite(refused, { deny: ["SendMessages"] });
  rig.keeper.refused(refused.id, new DiscordRefusal("POST", 403, 50_013));
  await eventually(() => {
    expect(rig.logged("guild-left")).toHaveLength(1);
    expect(rig.logged("missing-right-told")).toHaveLength(1);
  });
  kept.overwrite(refused, { allow: ["SendMessages"] });
  await eventually(() => {
    expect(rig.keeper.isQuarantined(refused.id)).toBe(false);
  });
  expect(rig.logged("guild-greeted")).toHaveLength(2);
});

it("frees a channel although its owner is being told, and it stays free", async () => {
  const server = await startedServer();
  const olga = server.person("olga");
  const guild = server.guild("Les Amis", { owner: olga });
  const general = guild.channel("general");
  const rig = new GuildRig(server);
  await rig.start();
  await olga.waitUntil(general, (seen) => seen.length === 1);
  guild.overwrite(general, { deny: ["SendMessages"] });
  let goOn: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (goOn = resolve));
  server.fail({ path: /\/users\/@me\/channels$/, times: 1, fate: { kind: "slow", until } });
  rig.keeper.refused(general.id, new DiscordRefusal("POST", 403, 50_013));
  await eventually(() => {
    expect(rig.logged("channel-quarantined")).toHaveLength(1);
  });
  guild.overwrite(general, { allow: ["SendMessages"] });
  await eventually(() => {
    expect(rig.logged("channel-freed")).toHaveLength(1);
  });
  goOn();
  await eventually(() => {
    expect(rig.logged("missing-right-told")).toHaveLength(1);
  });
  await rig.stop();
  expect(rig.keeper.isQuarantined(general.id)).toBe(false);
  const kept = await rig.store.get(discordDocuments.quarantine, general.id);
  expect(Date.parse(kept?.until ?? "")).toBeLessThanOrEqual(rig.clock.now().getTime());
  expect(kept?.toldAt).toBeDefined();
});

it("greets a guild again that threw it out and invites it back", async () => {
  const server = await startedServer();
  const olga = server.person("olga");
  const guild = server.guild("Les Amis", { owner: olga, channels: ["general"] });
  const general = guild.channel("general");
  const rig = new GuildRig(server);
  await rig.start();
  await olga.waitUntil(general, (seen) => seen.length === 1);
  guild.removeBot();
  await eventually(() => {
    expect(rig.logged("guild-left")).toHaveLength(1);
  });
  // Its first hello is no longer among the last messages.
  for (let line = 0; line < 60; line += 1) olga.send(general, "…");
  guild.addBot();
  await eventually(() => {
    expect(rig.logged("guild-greeted")).toHaveLength(2);
  });
});

it("takes no guild for left when Discord's welcome does not say which there are", async () => {
  const server = await startedServer();
  const guild = server.guild("Les Amis", { owner: server.person("olga") });
  const rig = new GuildRig(server);
  await rig.start();
  const known = () => rig.store.get(discordDocuments.guilds, guild.id);
  await vi.waitFor(async () => {
    expect((await known())?.greetedAt).toBeDefined();
  });
  server.emitRaw("READY", { guilds: null });
  server.emitRaw("READY", {});
  const fresh = { id: "1500000000000000002", guild_id: guild.id, type: 0 };
  server.emitRaw("CHANNEL_CREATE", fresh);
  await vi.waitFor(async () => {
    expect((await known())?.channels).toContain(fresh.id);
  });
  expect(rig.logged("guild-left")).toEqual([]);
});

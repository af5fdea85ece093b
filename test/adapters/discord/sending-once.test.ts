import { describe, expect, it } from "vitest";
import type { DiscordRefusal } from "../../../src/adapters/discord/rest.ts";
import { say } from "../../../src/model/reply.ts";
import type { Fate } from "../../support/discord-server/http/faults.ts";
import { eventually } from "../../support/eventually.ts";
import { DiscordRig, question } from "../../support/discord-rig.ts";
import { FixedClock } from "../../support/fixed-clock.ts";

const creating = { method: "POST", path: /^\/channels\/\d+\/messages$/ };

async function inGuild(options: Parameters<typeof DiscordRig.start>[0] = {}) {
  const rig = await DiscordRig.start(options);
  const { server } = rig;
  const amina = server.person("amina");
  const bob = server.person("bob");
  const guild = server.guild("Les Amis", {
    owner: server.person("olga"),
    members: [amina, bob],
    channels: ["general", "autre"],
  });
  return { rig, server, amina, bob, guild, general: guild.channel("general") };
}

describe("a message whose sending goes wrong", () => {
  const fates: readonly (readonly [string, Fate])[] = [
    ["made, the connection then closed", { kind: "done-then-dropped" }],
    ["made, the connection then reset", { kind: "done-then-dropped", by: "reset" }],
    ["not made, the connection closed", { kind: "dropped" }],
    ["refused by a server in trouble", { kind: "answer", status: 500 }],
    ["refused by a gateway in trouble", { kind: "answer", status: 502 }],
    ["told to wait", { kind: "rate-limited", retryAfterMs: 300 }],
    ["told to wait with all others", { kind: "rate-limited", retryAfterMs: 300, scope: "global" }],
  ];

  it.each(fates)("is seen once when it is %s", async (_, fate) => {
    const { rig, server, amina, general } = await inGuild();
    server.fail({ ...creating, fate });
    const asked = amina.send(general, `${server.botMention} ${question}`);
    const answer = await amina.waitForAnswer(asked);
    await rig.bot.stop();
    expect(amina.seesFromBot(general)).toEqual([answer]);
    expect(server.requestsTo("POST /channels/:channel/messages").length).toBeGreaterThan(1);
  });

  it("is looked for before it is sent again, once its nonce is forgotten", async () => {
    const clock = new FixedClock("2026-11-23T09:00:00Z");
    const { rig, server, amina, general } = await inGuild({ clock });
    const heal = server.fail({ ...creating, times: Infinity, fate: { kind: "done-then-dropped" } });
    const asked = amina.send(general, `${server.botMention} ${question}`);
    const answer = await amina.waitForAnswer(asked);
    await rig.stopBot();
    heal();
    clock.moveByMs(10 * 60_000);
    const before = server.requestsTo("POST /channels/:channel/messages").length;
    await rig.startBot();
    await rig.stopBot();
    expect(amina.seesFromBot(general)).toEqual([answer]);
    expect(server.requestsTo("POST /channels/:channel/messages")).toHaveLength(before);
    expect(await rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
  });

  it("is found again among the talk of a busy channel", async () => {
    const clock = new FixedClock("2026-11-23T09:00:00Z");
    const { rig, server, amina, bob, general } = await inGuild({ clock });
    for (let index = 0; index < 250; index += 1) bob.send(general, `bavardage ${index}`);
    const heal = server.fail({ ...creating, times: Infinity, fate: { kind: "done-then-dropped" } });
    const answer = await amina.waitForAnswer(
      amina.send(general, `${server.botMention} ${question}`),
    );
    await rig.stopBot();
    heal();
    clock.moveByMs(10 * 60_000);
    await rig.startBot();
    await rig.stopBot();
    expect(amina.seesFromBot(general)).toEqual([answer]);
  });

  it("is sent, once its nonce is forgotten, when it is not there", async () => {
    const clock = new FixedClock("2026-11-23T09:00:00Z");
    const { rig, server, amina, general } = await inGuild({ clock });
    const heal = server.fail({ ...creating, times: Infinity, fate: { kind: "dropped" } });
    const asked = amina.send(general, `${server.botMention} ${question}`);
    const isTried = () => server.requestsTo("POST /channels/:channel/messages").length >= 3;
    await server.waitUntil(isTried, "three tries");
    await rig.stopBot();
    heal();
    clock.moveByMs(10 * 60_000);
    await rig.startBot();
    await amina.waitForAnswer(asked);
    await rig.stopBot();
    expect(amina.seesFromBot(general)).toHaveLength(1);
  });

  it("holds up no other channel while one is told to wait", async () => {
    const { server, amina, bob, guild, general } = await inGuild();
    const other = guild.channel("autre");
    server.fail({ ...creating, fate: { kind: "rate-limited", retryAfterMs: 1500 } });
    const slow = amina.send(general, `${server.botMention} ${question}`);
    await server.waitUntil(
      () => server.requestsTo("POST /channels/:channel/messages").length === 1,
      "the first try",
    );
    await bob.waitForAnswer(bob.send(other, `${server.botMention} ${question}`));
    expect(amina.seesFromBot(general)).toEqual([]);
    await amina.waitForAnswer(slow);
  });
});

it("tells the id of the message an announcement is shown as, however often it is sent", async () => {
  const { rig, amina, general } = await inGuild();
  const to = { platform: "discord", room: general.id, isDirect: false };
  const announcement = { ...say("Annonce"), key: "annonce", kind: "announcement", to } as const;
  const ids = [await rig.platform.send(announcement), await rig.platform.send(announcement)];
  const shown = amina.seesFromBot(general).map(({ id }) => id);
  expect(shown).toHaveLength(1);
  expect(ids).toEqual([...shown, ...shown]);
});

it("leaves a channel alone where a right is missing, and answers there once it is given back", async () => {
  const refused: DiscordRefusal[] = [];
  let isHeld = false;
  const { rig, server, amina, guild, general } = await inGuild({
    care: {
      start: async () => undefined,
      hear: () => undefined,
      refused: (_channel, refusal) => {
        refused.push(refusal);
        isHeld = true;
      },
      directClosed: () => undefined,
      isQuarantined: () => isHeld,
      stop: async () => undefined,
    },
  });
  guild.overwrite(general, { deny: ["SendMessages"] }, { id: server.botId });
  const asked = amina.send(general, `${server.botMention} ${question}`);
  await eventually(() => {
    expect(refused).toHaveLength(1);
  });
  expect(refused[0]?.code).toBe(50_013);
  await rig.bot.tick();
  await rig.bot.idle();
  await rig.bot.tick();
  await rig.bot.idle();
  expect(server.requestsTo("POST /channels/:channel/messages")).toHaveLength(1);
  guild.overwrite(general, {}, { id: server.botId });
  isHeld = false;
  await rig.bot.tick();
  await rig.bot.idle();
  expect((await amina.waitForAnswer(asked)).content).toContain("HelloAsso");
});

it("gives up what a channel that is gone was to be told", async () => {
  const { rig, server, amina, guild, general } = await inGuild();
  const amiss = {
    ...creating,
    fate: { kind: "answer", status: 404, body: { code: 10_003 } },
  } as const;
  server.fail(amiss);
  amina.send(general, `${server.botMention} ${question}`);
  await server.waitUntil(
    () => server.requestsTo("POST /channels/:channel/messages").length === 1,
    "a try",
  );
  guild.removeChannel(general);
  await rig.bot.stop();
  expect(await rig.store.list(rig.knowledge.documents.outbox)).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { KnownError } from "../../../src/model/errors.ts";
import { keeperFor } from "../../support/guild-rig.ts";
import { DiscordRig, question } from "../../support/discord-rig.ts";
import { eventually } from "../../support/eventually.ts";

const messageContent = 1 << 15;

it("says in clear words that Discord does not know the token", async () => {
  const rig = await DiscordRig.prepare();
  const fate = {
    kind: "answer",
    status: 401,
    body: { message: "401: Unauthorized", code: 0 },
  } as const;
  rig.server.fail({ times: Infinity, fate });
  await expect(rig.startBot()).rejects.toThrow(KnownError);
  await expect(rig.startBot()).rejects.toThrow("PASSERELLE_DISCORD_TOKEN");
});

it("goes on without Message Content when that is refused, and says what is reduced", async () => {
  const rig = await DiscordRig.prepare();
  const { server } = rig;
  const amina = server.person("amina");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  const general = guild.channel("general");
  await rig.startBot({ settings: { messageContent: true, rooms: [general.id] } });
  const asked = server.gateway.identifies.map(({ intents }) => intents & messageContent);
  expect(asked).toEqual([messageContent, 0]);
  expect(rig.log.lines.join("\n")).toContain("message-content-refused");
  amina.send(general, question);
  const answer = await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  expect(answer.content).toContain("Mes thèmes");
  expect(amina.seesFromBot(general)).toHaveLength(1);
});

/** Close codes after which going on is of no use, and what the operator is told to do. */
const remedies = [
  [
    4004,
    "Discord does not know the token. Copy it again from the developer portal (Bot, Reset Token) into PASSERELLE_DISCORD_TOKEN.",
  ],
  [4010, "Discord refused the number of this shard. Check `discord.shards`."],
  [4011, "Discord wants more shards for so many guilds. Set `discord.shards` to `auto`."],
  [4012, "Discord no longer speaks this version of its API. Update Passerelle."],
  [4013, "Discord refused the intents that were asked. Update Passerelle."],
  [
    4014,
    "Discord refused an intent although none was asked that has to be granted. Update Passerelle.",
  ],
] as const;

describe("a connection that is over for good", () => {
  it.each(remedies)("while it runs, by close code %i, ends with: %s", async (code, remedy) => {
    const rig = await DiscordRig.start();
    rig.server.gateway.close(code);
    await expect(rig.platform.ended).rejects.toThrow(new KnownError(remedy));
  });

  it.each(remedies)("while it logs in, by close code %i, ends with: %s", async (code, remedy) => {
    const rig = await DiscordRig.prepare();
    rig.server.gateway.refusals.push(code);
    await expect(rig.startBot()).rejects.toThrow(new KnownError(remedy));
    expect(rig.server.gateway.identifies).toHaveLength(1);
  });

  it("ends once the session is lost and the token is no longer good", async () => {
    const rig = await DiscordRig.start();
    rig.server.gateway.refusals.push(4004);
    rig.server.gateway.invalidateSessions({ resumable: false });
    await expect(rig.platform.ended).rejects.toThrow("PASSERELLE_DISCORD_TOKEN");
  });
});

describe("a connection that may come back", () => {
  it.each([
    [1000, "begins anew"],
    [1001, "begins anew"],
    [1006, "resumes"],
    [4000, "resumes"],
    [4001, "resumes"],
    [4002, "resumes"],
    [4003, "begins anew"],
    [4005, "begins anew"],
    [4007, "begins anew"],
    [4008, "begins anew"],
    [4009, "resumes"],
  ])("after close code %i %s, and answers what was asked meanwhile", async (code, how) => {
    const rig = await DiscordRig.start();
    const { server } = rig;
    const amina = server.person("amina");
    await amina.waitForAnswer(amina.tell("aide"));
    if (code === 1006) for (const { socket } of server.gateway.connected) socket?.terminate();
    else server.gateway.close(code);
    await amina.waitForAnswer(amina.tell(question));
    const begun = how === "begins anew" ? 2 : 1;
    expect(server.gateway.identifies).toHaveLength(begun);
    expect(server.gateway.resumes).toHaveLength(2 - begun);
  });
});

it("goes on without Message Content when that is taken away while it runs, and says what is reduced", async () => {
  const rig = await DiscordRig.prepare({ server: { grantedIntents: messageContent } });
  const { server } = rig;
  const amina = server.person("amina");
  const guild = server.guild("Les Amis", { owner: server.person("olga"), members: [amina] });
  const general = guild.channel("general");
  await rig.startBot({ settings: { messageContent: true, rooms: [general.id] } });
  await amina.waitForAnswer(amina.send(general, question));
  server.gateway.refusals.push(4014);
  server.gateway.invalidateSessions({ resumable: false });
  await eventually(() => {
    expect(server.gateway.connected).toHaveLength(1);
  });
  const asked = server.gateway.identifies.map(({ intents }) => intents & messageContent);
  expect(asked).toEqual([messageContent, messageContent, 0]);
  const said = rig.log.lines.filter((line) => line.includes("message-content-refused")).join();
  expect(said).toContain("rooms that opted in are answered when the assistant is mentioned");
  expect(said).toContain("grant Message Content in the developer portal");
  const answer = await amina.waitForAnswer(amina.send(general, `${server.botMention} aide`));
  expect(answer.content).toContain("Mes thèmes");
  await rig.stopBot();
  expect(server.gateway.connected).toHaveLength(0);
});

it("tries again until Discord is there", async () => {
  const rig = await DiscordRig.prepare();
  const { server } = rig;
  const fate = { kind: "answer", status: 503 } as const;
  server.fail({ path: /^\/gateway\/bot$/, times: 4, fate });
  await rig.startBot();
  const amina = server.person("amina");
  await amina.waitForAnswer(amina.tell(question));
  expect(rig.log.lines.join("\n")).toContain("discord-unreachable");
});

it("lives through Discord going away and coming back, and answers what was asked meanwhile", async () => {
  const rig = await DiscordRig.start();
  const { server } = rig;
  const amina = server.person("amina");
  await amina.waitForAnswer(amina.tell("aide"));
  await server.goAway();
  const asked = amina.tell(question);
  await server.comeBack();
  await amina.waitForAnswer(asked);
  await eventually(() => {
    expect(amina.seesFromBot(amina.direct())).toHaveLength(2);
  });
});

it("makes one session when the gateway refuses the handshake, and none outlives the stop", async () => {
  const rig = await DiscordRig.prepare();
  const { server } = rig;
  server.refusedHandshakes = 1;
  await rig.startBot();
  expect(server.gateway.identifies).toHaveLength(1);
  const amina = server.person("amina");
  await amina.waitForAnswer(amina.tell(question));
  expect(server.gateway.connected).toHaveLength(1);
  await rig.stopBot();
  expect(server.gateway.connected).toHaveLength(0);
});

it("lives through a READY that lacks what discord.js reads", async () => {
  const rig = await DiscordRig.start();
  const { server } = rig;
  const rejections: unknown[] = [];
  const note = (cause: unknown) => rejections.push(cause);
  process.on("unhandledRejection", note);
  server.emitRaw("READY", { session_id: "a", user: { id: "1" }, guilds: null });
  server.emitRaw("READY", { user: { id: "1" }, guilds: [] });
  server.emitRaw("READY", null);
  server.emitRaw("READY", undefined);
  server.emitRaw("RESUMED", null);
  const amina = server.person("amina");
  await amina.waitForAnswer(amina.tell(question));
  process.off("unhandledRejection", note);
  expect(rejections).toEqual([]);
});

it("takes an invalid session without a word on resuming for one that may not be resumed", async () => {
  const rig = await DiscordRig.start();
  const { server } = rig;
  for (const { socket } of server.gateway.connected) socket?.send('{"op":9,"d":null}');
  server.gateway.forgetSessions();
  await eventually(() => {
    expect(server.gateway.identifies).toHaveLength(2);
  });
  const amina = server.person("amina");
  await amina.waitForAnswer(amina.tell(question));
});

it("connects while Discord has the registration of commands wait", async () => {
  const rig = await DiscordRig.prepare();
  const { server } = rig;
  const fate = {
    kind: "answer",
    status: 429,
    headers: { "retry-after": "20" },
    body: { message: "You are being rate limited.", retry_after: 20, global: false },
  } as const;
  server.fail({ path: /^\/applications\/[^/]+\/commands$/, times: 1, fate });
  const startedAt = performance.now();
  await rig.startBot({ care: keeperFor(rig) });
  await rig.stopBot();
  expect(performance.now() - startedAt).toBeLessThan(15_000);
});

it("says what to check when what it is pointed at is not Discord", async () => {
  const rig = await DiscordRig.prepare();
  rig.server.fail({ times: 1, fate: { kind: "answer", status: 200, body: { hello: "world" } } });
  await expect(rig.startBot()).rejects.toThrow("discord.apiBaseUrl");
});

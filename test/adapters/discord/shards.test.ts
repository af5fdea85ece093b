import { existsSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished, expect, it } from "vitest";
import type { ClientGatewayOptions } from "../../../src/adapters/discord/connection/client-gateway.ts";
import { createRest } from "../../../src/adapters/discord/connection/discord-rest.ts";
import { DurableIdentifyGate } from "../../../src/adapters/discord/connection/identify-gate.ts";
import { discordDocuments, discordKinds } from "../../../src/adapters/discord/discord-documents.ts";
import { openGateway } from "../../../src/adapters/discord/shards/open-gateway.ts";
import { ShardedGateway } from "../../../src/adapters/discord/shards/sharded-gateway.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";
import { startedServer } from "../../discord-server/real-client.ts";
import type { DiscordServer } from "../../support/discord-server/discord-server.ts";
import { DiscordRig, question } from "../../support/discord-rig.ts";
import { eventually } from "../../support/eventually.ts";
import { keptLog } from "../../support/kept-log.ts";
import { projectRoot } from "../../support/project-root.ts";

const processFile = join(projectRoot, "dist/adapters/discord/shards/shard-process.js");
const twoShards = { shards: 2, maxConcurrency: 2 };
const clock = { now: () => new Date() };

/** Two processes, each holding one shard's connection. */
function twoProcesses(server: DiscordServer, options: Partial<ClientGatewayOptions> = {}) {
  const log = keptLog();
  const store = createMemoryStore(discordKinds);
  const { token, apiUrl: apiBaseUrl } = server;
  const identifyGate = new DurableIdentifyGate({
    rest: createRest({ apiBaseUrl, token }),
    store,
    clock,
    log,
    shards: 2,
  });
  const gateway = new ShardedGateway({
    apiBaseUrl,
    token,
    messageContent: false,
    log,
    ...options,
    shards: 2,
    processFile,
    identifyGate,
  });
  onTestFinished(() => gateway.stop());
  return { gateway, log, store };
}

const deaf = { hear: () => undefined, fail: () => undefined };

function deathsIn(lines: readonly string[]): number {
  return lines.filter((line) => line.includes("shard-process-ended")).length;
}

function pidOf(shard: number, lines: readonly string[]): number {
  const started = lines.find((line) =>
    line.includes(`"event":"shard-process-started","shard":${shard}`),
  );
  return Number(/"pid":(?<pid>\d+)/.exec(started ?? "")?.groups?.["pid"]);
}

it("answers each guild once through the shard it is on, and direct messages too", async () => {
  expect(existsSync(processFile)).toBe(true);
  let connection: ShardedGateway | undefined;
  const rig = await DiscordRig.prepare({
    server: twoShards,
    gatewayOf: () => {
      connection = twoProcesses(rig.server).gateway;
      return connection;
    },
  });
  const amina = rig.server.person("amina");
  const guilds = [0, 1].map((shard) =>
    rig.server.guild(`n° ${shard}`, { owner: amina, onShard: [shard, 2] }),
  );
  await rig.startBot();
  const { identifies } = rig.server.gateway;
  expect(new Set(identifies.map(({ shard }) => shard.join()))).toEqual(new Set(["0,2", "1,2"]));
  for (const guild of guilds) {
    const general = guild.channel("general");
    const asked = amina.send(general, `${rig.server.botMention} ${question}`);
    const answer = await amina.waitForAnswer(asked);
    expect(answer.content).toContain("HelloAsso");
    expect(amina.seesFromBot(general)).toHaveLength(1);
  }
  expect((await amina.waitForAnswer(amina.tell(question))).content).toContain("HelloAsso");
  expect(process.env["DISCORD_TOKEN"]).toBeUndefined();
});

it("acknowledges a command heard by another process at once", async () => {
  const rig = await DiscordRig.prepare({
    server: twoShards,
    gatewayOf: () => twoProcesses(rig.server).gateway,
  });
  const amina = rig.server.person("amina");
  const guild = rig.server.guild("n° 1", { owner: amina, onShard: [1, 2] });
  await rig.startBot();
  const asked = amina.slash(guild.channel("general"), "demander", { question });
  expect((await asked.acknowledged()).tookMs).toBeLessThan(3000);
  expect((await asked.response()).content).toContain("HelloAsso");
});

it("starts a shard's process again when it dies, passing the gate, and hears of it again", async () => {
  const server = await startedServer(twoShards);
  const amina = server.person("amina");
  const guild = server.guild("n° 1", { owner: amina, onShard: [1, 2] });
  const { gateway, log, store } = twoProcesses(server);
  const heard: string[] = [];
  await gateway.start({ ...deaf, hear: ({ type, shard }) => heard.push(`${type} ${shard}`) });
  expect((await store.get(discordDocuments.identifies, "identifies"))?.instants).toHaveLength(2);
  process.kill(pidOf(1, log.lines), "SIGKILL");
  await eventually(() => {
    expect(server.gateway.identifies).toHaveLength(3);
    expect(heard.filter((line) => line === "READY 1")).toHaveLength(2);
  });
  expect(deathsIn(log.lines)).toBe(1);
  expect((await store.get(discordDocuments.identifies, "identifies"))?.instants).toHaveLength(3);
  amina.send(guild.channel("general"), `${server.botMention} ?`);
  await eventually(() => {
    expect(heard).toContain("MESSAGE_CREATE 1");
  });
});

it("stops with clear words when the token is wrong, and starts no process again", async () => {
  const server = await startedServer(twoShards);
  const { gateway, log } = twoProcesses(server, { token: "wrong" });
  await expect(gateway.start(deaf)).rejects.toThrow("PASSERELLE_DISCORD_TOKEN");
  await gateway.stop();
  expect(server.gateway.identifies).toHaveLength(0);
  expect(deathsIn(log.lines)).toBe(0);
});

it("goes on without Message Content when it is refused, and says so", async () => {
  const server = await startedServer(twoShards);
  const { gateway, log } = twoProcesses(server, { messageContent: true });
  await gateway.start(deaf);
  expect(gateway.hasMessageContent).toBe(false);
  expect(log.lines.join("\n")).toContain("message-content-refused");
});

it("asks Discord how many shards there should be once it starts, and again while Discord is away", async () => {
  const server = await startedServer(twoShards);
  const { token, apiUrl: apiBaseUrl } = server;
  const fate = { kind: "answer", status: 503 } as const;
  server.fail({ path: /^\/gateway\/bot$/, times: 4, fate });
  const log = keptLog();
  const gateway = openGateway({
    settings: { apiBaseUrl, messageContent: false, shards: "auto" },
    token,
    rest: createRest({ apiBaseUrl, token }),
    store: createMemoryStore(discordKinds),
    clock,
    log,
    processFile,
  });
  onTestFinished(() => gateway.stop());
  await gateway.start(deaf);
  expect(server.gateway.identifies).toHaveLength(2);
  expect(log.lines.join("\n")).toContain("discord-unreachable");
});

it("starts a shard's process that could not be forked again", async () => {
  const server = await startedServer(twoShards);
  const { gateway, log } = twoProcesses(server);
  const { execPath } = process;
  onTestFinished(() => {
    process.execPath = execPath;
  });
  process.execPath = "/nowhere/node";
  const started = gateway.start(deaf);
  await eventually(() => {
    expect(log.lines.join("\n")).toContain("shard-process-failed");
  });
  process.execPath = execPath;
  await started;
  expect(server.gateway.connected).toHaveLength(2);
});

it("keeps its shards when a supervisor tells every process to end, until it ends them itself", async () => {
  const server = await startedServer(twoShards);
  const amina = server.person("amina");
  const guild = server.guild("n° 1", { owner: amina, onShard: [1, 2] });
  const { gateway, log } = twoProcesses(server);
  const heard: string[] = [];
  await gateway.start({ ...deaf, hear: ({ type, shard }) => heard.push(`${type} ${shard}`) });
  process.kill(pidOf(1, log.lines), "SIGTERM");
  for (const count of [1, 2, 3]) {
    amina.send(guild.channel("general"), `${server.botMention} ?`);
    // Each after the one before went the whole way.
    // oxlint-disable-next-line no-await-in-loop
    await eventually(() => {
      expect(heard.filter((line) => line === "MESSAGE_CREATE 1")).toHaveLength(count);
    });
  }
  expect(deathsIn(log.lines)).toBe(0);
});

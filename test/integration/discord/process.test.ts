import { join } from "node:path";
import { setTimeout as timeout } from "node:timers/promises";
import { afterEach, expect, it, onTestFinished } from "vitest";
import { discordDocuments, discordKinds } from "../../../src/adapters/discord/discord-documents.ts";
import { declareDocuments, kindsOf } from "../../../src/model/stored-documents.ts";
import { realDisk } from "../../../src/stores/disk.ts";
import { openLowdbStore } from "../../../src/stores/lowdb-store.ts";
import { readGeneration } from "../../../src/stores/read-generation.ts";
import { DiscordServer } from "../../support/discord-server/discord-server.ts";
import { percentile, residentMb } from "../../support/measures.ts";
import type { ServerSettings } from "../../support/discord-server/settings.ts";
import { eventually } from "../../support/eventually.ts";
import { FakeHomeserver } from "../../support/fake-homeserver.ts";
import { isMeant, oddDiscordEvents } from "../../support/odd-discord.ts";
import { keptLog } from "../../support/kept-log.ts";
import { projectRoot } from "../../support/project-root.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { RunningBot } from "./running-bot.ts";

/** Questions measured; PASSERELLE_FULL_PROOFS=1 makes them 500. */
const QUESTIONS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 500 : 30;

/** Odd events told; PASSERELLE_FULL_PROOFS=1 makes them 20,000. */
const ODD_EVENTS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 20_000 : 2000;

/** What the heap, once collected, may grow by between half of them and the end. */
const HEAP_GROWTH_MB = 8;

/** What the process may hold at any time. */
const MOST_RESIDENT_MB = 320;

const reportHeap = join(projectRoot, "test/support/report-heap.mjs");

const bots: RunningBot[] = [];

// Before its folder goes.
afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.kill()));
});

async function prepared(
  options: ConstructorParameters<typeof RunningBot>[2] = {},
  settings: ServerSettings = {},
) {
  const server = await DiscordServer.start(settings);
  onTestFinished(() => server.stop());
  const bot = new RunningBot(server, temporaryFolder(), options);
  bots.push(bot);
  return { server, bot };
}

it("tells how long answers on Discord take and the memory used", { timeout: 600_000 }, async () => {
  const { server, bot } = await prepared();
  await bot.start();
  const amina = server.person("amina");
  const idleMb = residentMb(bot.pid);
  const milliseconds: number[] = [];
  while (milliseconds.length < QUESTIONS) {
    const before = performance.now();
    await amina.waitForAnswer(amina.tell("comment faire une page de collecte ?"));
    milliseconds.push(performance.now() - before);
  }
  const [p50, p99] = [percentile(milliseconds, 0.5), percentile(milliseconds, 0.99)];
  process.stderr.write(
    `figures, discord, ${QUESTIONS} questions: p50 ${p50} ms, p99 ${p99} ms, resident ${idleMb} MB idle, ${residentMb(bot.pid)} MB after\n`,
  );
  expect(bot.loggedAt("error")).toEqual([]);
});

it(
  `keeps its memory and answers after ${ODD_EVENTS} odd events`,
  { timeout: 900_000 },
  async () => {
    const environment = {
      // What it no longer needs is given back: otherwise it ends here.
      NODE_OPTIONS: `--max-old-space-size=128 --expose-gc --import ${reportHeap}`,
    };
    const { server, bot } = await prepared({ environment });
    const amina = server.person("amina");
    const guild = server.guild("Les Amis", { owner: amina });
    const direct = amina.direct();
    const places = { guild: guild.id, general: guild.channel("general").id, direct: direct.id };
    await bot.start();
    const events = oddDiscordEvents(server, places, ODD_EVENTS);
    const sizes = [residentMb(bot.pid)];
    const heaps: number[] = [];
    for (const [index, [type, data]] of events.entries()) {
      server.emitRaw(type, data);
      if (index % 100 !== 99) continue;
      // Told after them, it is answered after them.
      const last = amina.send(direct, "aide");
      // oxlint-disable-next-line no-await-in-loop
      await amina.waitForAnswer(last);
      if ((index + 1) % (ODD_EVENTS / 4) !== 0) continue;
      sizes.push(residentMb(bot.pid));
      // oxlint-disable-next-line no-await-in-loop
      heaps.push(await settledHeapMb(bot));
    }
    process.stderr.write(
      `figures, discord, ${ODD_EVENTS} odd events: resident MB ${sizes.join(", ")}, heap MB ${heaps.join(", ")}\n`,
    );
    const [, half = Number.NaN, , end = Number.NaN] = heaps;
    expect(end - half).toBeLessThan(HEAP_GROWTH_MB);
    expect(Math.max(...sizes)).toBeLessThan(MOST_RESIDENT_MB);
    expect(bot.loggedAt("error").filter((line) => !isMeant(line))).toEqual([]);
    expect(await bot.stop()).toBe(0);
  },
);

it(
  "waits longer and longer before it connects when it is killed again and again",
  { timeout: 300_000 },
  async () => {
    // A hundredth of the day's connections goes without a pause: of 100, one.
    const { server, bot } = await prepared({}, { identifiesTotal: 100 });
    for (let start = 0; start < 5; start += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await bot.start();
      // oxlint-disable-next-line no-await-in-loop
      await bot.kill();
    }
    expect(server.gateway.identifies).toHaveLength(5);
    const instants = await identifiesOnDisk(bot.dataFolder);
    expect(instants).toHaveLength(5);
    const gaps = instants.slice(1).map((at, index) => at - (instants[index] ?? Number.NaN));
    for (const [index, gap] of gaps.entries()) {
      // A timer may be a little early by the clock on the wall.
      expect(gap).toBeGreaterThan(1000 * 2 ** index - 20);
    }
    const told = bot.log.filter((line) => line.includes('"event":"identify-paused"'));
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told.at(-1)).toContain('"identifiesToday":4');
    expect(told.at(-1)).toContain("Discord allows so many a day");
  },
);

it("lives on Matrix and on Discord in one process, and leaves both when asked to", async () => {
  const homeserver = await FakeHomeserver.start();
  onTestFinished(() => homeserver.stop());
  const [account, driss] = [homeserver.register("bot"), homeserver.register("driss")];
  const matrix = { homeserver: homeserver.url, userId: account.user, encryption: "off" };
  const { server, bot } = await prepared({
    config: { matrix },
    environment: { PASSERELLE_MATRIX_TOKEN: account.token },
    platforms: 2,
  });
  await bot.start();
  const amina = server.person("amina");
  const answer = await amina.waitForAnswer(amina.tell("aide"));
  expect(answer.content).toContain("Mes thèmes");
  const room = homeserver.world.createRoom(driss.user, { members: [account.user] });
  homeserver.world.say(room, driss.user, "aide");
  await eventually(() => {
    const said = homeserver.world
      .eventsIn(room)
      .filter(({ sender }) => sender === account.user)
      .map(({ content }) => String(content["body"]));
    expect(said.join("\n")).toContain("Mes thèmes");
  });
  expect(await bot.stop()).toBe(0);
});

it("ends with the remedy when Discord does not know the token", async () => {
  const { server, bot } = await prepared({ environment: { PASSERELLE_DISCORD_TOKEN: "wrong" } });
  await expect(bot.start()).rejects.toThrow("PASSERELLE_DISCORD_TOKEN");
  expect(server.gateway.identifies).toEqual([]);
});

/** The same once the answers have left that can: what waits for its turn is no growth. */
async function settledHeapMb(bot: RunningBot): Promise<number> {
  const waiting = await answersWaiting(bot);
  await timeout(5000);
  return (await answersWaiting(bot)) < waiting ? settledHeapMb(bot) : heapMb(bot);
}

async function answersWaiting(bot: RunningBot): Promise<number> {
  const { outbox } = documents;
  const found = await readGeneration(realDisk, join(bot.dataFolder, "outbox.json"), outbox);
  if (found.kind !== "sound") throw new Error(`the outbox is ${found.kind}`);
  return found.content.documents.size;
}

/** Megabytes of what a process holds on its heap once it collected. */
async function heapMb(bot: RunningBot): Promise<number> {
  const from = bot.log.length;
  if (bot.pid === undefined) throw new Error("not started");
  process.kill(bot.pid, "SIGUSR2");
  let told: string | undefined;
  await eventually(() => {
    told = bot.log.slice(from).find((line) => line.includes('"event":"heap"'));
    expect(told).toBeDefined();
  });
  return Math.round((Number(/"heapUsed":(\d+)/.exec(told ?? "")?.[1]) / 1_048_576) * 10) / 10;
}

const documents = declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 7 });
const types = [...kindsOf(documents), ...discordKinds];

/** When the assistant that held a folder introduced itself to Discord. */
async function identifiesOnDisk(folder: string): Promise<readonly number[]> {
  const store = await openLowdbStore({ folder, types, log: keptLog() });
  const stored = await store.list(discordDocuments.identifies);
  await store.close();
  return stored.flatMap(({ document }) => document.instants);
}

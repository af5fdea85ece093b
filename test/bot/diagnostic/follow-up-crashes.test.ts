import { expect, it } from "vitest";
import { Bot } from "../../../src/bot/bot.ts";
import { personKey } from "../../../src/model/address.ts";
import type { Reply } from "../../../src/model/reply.ts";
import { put, type Store } from "../../../src/ports/store.ts";
import { createMemoryStore } from "../../../src/stores/memory-store.ts";
import { newCode } from "../../../src/system/new-code.ts";
import { ChaosLife, ChaosWorld } from "../../delivery/chaos-world.ts";
import { FixedClock } from "../../support/fixed-clock.ts";
import { finishedRun, followedKnowledge, pausedRun } from "../../support/followed-chat.ts";
import { keptLog } from "../../support/kept-log.ts";
import { seededRandom } from "../../support/seeded-random.ts";

/** PASSERELLE_FULL_PROOFS=1 makes them 2,000. */
const RUNS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 2000 : 200;
/** Of the first run; each run has the next. */
const SEED = Number(process.env["PASSERELLE_SEED"] ?? 20_260_901);

const { documents } = followedKnowledge;
const bob = personKey("here", "bob");

/** Rooms that remember the first words of what they saw, and when. */
class SeenWorld extends ChaosWorld {
  readonly seen: string[] = [];
  readonly #keys = new Set<string>();
  readonly clock: FixedClock;

  constructor(clock: FixedClock, random: () => number, peril: number) {
    super(random, peril);
    this.clock = clock;
  }

  override show(reply: Reply): string {
    const key = `${reply.to.room} ${reply.key}`;
    if (!this.#keys.has(key)) this.seen.push(`${reply.to.room} ${reply.text.slice(0, 24)}`);
    this.#keys.add(key);
    return super.show(reply);
  }
}

/** Days something falls due on, with the quarter of an hour before; between them, nothing is. */
const days = ["2026-09-07T09:45:00Z", "2026-10-01T09:45:00Z", "2026-12-01T09:45:00Z"];

/** The process is killed between any two steps and lives again, around each thing that falls due. */
async function run(seed: number, counts: Map<string, number>): Promise<readonly string[]> {
  const random = seededRandom(seed);
  const clock = new FixedClock("2026-09-05T10:00:00Z");
  const world = new SeenWorld(clock, random, 0.1 + random() * 0.4);
  const store = createMemoryStore(Object.values(documents));
  await store.write([
    put(documents.diagnosticRuns, "paused", pausedRun({ id: "paused" })),
    put(documents.diagnosticRuns, "done", finishedRun({ id: "done", owner: bob })),
  ]);
  const { peril } = world;
  let now = await live(world, store, clock);
  const tick = async () => {
    if (now.life.isDead) now = await live(world, store, clock);
    const { bot, life } = now;
    world.arrive();
    await Promise.race([bot.tick().then(() => bot.idle()), life.death]);
  };
  for (const day of days) {
    clock.moveTo(day);
    world.peril = peril;
    for (let step = 0; step < 12; step += 1) {
      // Time goes one way.
      // oxlint-disable-next-line no-await-in-loop
      await tick();
      clock.moveByMs(5 * 60_000);
    }
    world.peril = 0;
    for (let step = 0; step < 3; step += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await tick();
      clock.moveByMs(5 * 60_000);
    }
  }
  for (const [what, count] of world.counts) counts.set(what, (counts.get(what) ?? 0) + count);
  const expected = [
    "@amina Bonjour. Vous aviez comm",
    "@bob Bonjour ! Il y a un mois",
    "@bob Bonjour ! Il y a trois m",
  ];
  const seen = world.seen.toSorted().join(" | ");
  return seen === expected.toSorted().join(" | ") ? [] : [`seed ${seed}: ${seen}`];
}

/** A process that starts, however many times it dies meanwhile. */
async function live(world: SeenWorld, store: Store, clock: FixedClock) {
  for (;;) {
    const life = new ChaosLife(world, store);
    const bot = new Bot({
      newCode,
      knowledge: followedKnowledge,
      store: life.store,
      platforms: [life.platform],
      limits: { messagesPerMinute: 600, oldestMessageHours: 6 },
      clock,
      log: keptLog(),
    });
    const started = bot.start().then(
      () => true,
      () => false,
    );
    // One life after the other.
    // oxlint-disable-next-line no-await-in-loop
    if (await Promise.race([started, life.death.then(() => false)])) return { bot, life };
  }
}

it(
  `reminds and asks exactly once, killed at random around each write and each sending in ${RUNS} runs`,
  { timeout: 600_000 },
  async () => {
    const counts = new Map<string, number>();
    const faults: string[] = [];
    for (let index = 0; index < RUNS; index += 1) {
      // oxlint-disable-next-line no-await-in-loop
      faults.push(...(await run(SEED + index, counts)));
    }
    expect(faults).toEqual([]);
    for (const fate of ["crash-before-write", "crash-after-write", "crash-after", "disk-full"]) {
      expect(counts.get(fate)).toBeGreaterThan(10);
    }
    expect(counts.get("repeats-shown-once")).toBeGreaterThan(0);
  },
);

import { expect, it } from "vitest";
import type { Reply } from "../../src/model/reply.ts";
import { ChaosLife, ChaosWorld } from "../delivery/chaos-world.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { Town } from "./town.ts";

/** PASSERELLE_FULL_PROOFS=1 makes them 1,000; in each, the process dies some thirty times. */
const RUNS = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 1000 : 10;
/** Of the first run; each run has the next. */
const SEED = Number(process.env["PASSERELLE_SEED"] ?? 20_270_309);

const rooms = Array.from({ length: 6 }, (_, index) => `#room${index + 1}`);
const people = ["amina", "bob", "chloe"];

/** Rooms that remember the words they saw. */
class SeenWorld extends ChaosWorld {
  readonly #texts = new Map<string, Map<string, string>>();

  override show(reply: Reply): string {
    const { to, key, text } = reply;
    const id = super.show(reply);
    const seen = this.#texts.get(to.room) ?? new Map<string, string>();
    this.#texts.set(to.room, seen);
    // A repeat under the same key is the message that is there.
    if (!seen.has(key)) seen.set(key, text);
    return id;
  }

  textsIn(room: string): readonly string[] {
    return [...(this.#texts.get(room)?.values() ?? [])];
  }
}

/** The assistant lives, is killed between any two steps and lives again, from the eve of two workshops on. */
async function run(seed: number, counts: Map<string, number>): Promise<readonly string[]> {
  const town = await Town.open({ from: "2027-03-01T09:00:00Z" });
  for (const room of rooms) await town.subscribes(`${room}@matrix`, "messages: tout");
  for (const title of ["Tenu", "Annulable"]) {
    await town.coordinates(
      `nouvel atelier\n${title}\n9 mars 2027 de 18h à 20h\nMairie\nthème : libre`,
    );
    await town.presses("olga", "Publier");
  }
  await town.runUntil("2027-03-01T09:30:00Z");
  for (const who of people) {
    await town.says(who, "je m'inscris au 1");
    await town.says(who, "je m'inscris au 2");
  }
  await town.runUntil("2027-03-08T08:30:00Z", 12 * 60);
  // What was read so far came in calm; from now on, `world` is what people see.
  const random = seededRandom(seed);
  const world = new SeenWorld(random, 0.03 + random() * 0.15);
  let life = new ChaosLife(world, town.store);
  const live = async () => {
    life = new ChaosLife(world, town.store);
    const { store, platform } = life;
    const platforms = [{ ...platform, name: "matrix" }];
    // What fails at the start is started again.
    const started = town.start({ store, platforms }).then(
      () => true,
      () => false,
    );
    return Promise.race([started, life.death.then(() => false)]);
  };
  await town.bot.stop();
  const revive = async () => {
    while (!(await live()));
  };
  await revive();
  const pass = async (until: string, minutes: number) => {
    while (town.clock.now() < new Date(until)) {
      town.clock.moveByMs(minutes * 60_000);
      world.arrive();
      if (life.isDead) await revive();
      await Promise.race([town.bot.tick().then(() => town.bot.idle()), life.death]);
    }
  };
  // The reminders of the day before.
  await pass("2027-03-08T17:40:00Z", 5);
  // It is cancelled while all is calm; what follows is not.
  const { peril } = world;
  world.peril = 0;
  await revive();
  const wanted = town.programme.workshops.find(({ title }) => title.fr === "Annulable");
  await town.programme.change(wanted?.id ?? "", { kind: "cancel", reason: "salle" }, { by: "x" });
  world.peril = peril;
  await pass("2027-03-09T12:00:00Z", 5);
  world.peril = 0;
  await pass("2027-03-09T16:50:00Z", 5);
  for (const [what, count] of world.counts) counts.set(what, (counts.get(what) ?? 0) + count);
  return judge(world, seed);
}

/** What is wrong with what people saw. */
function judge(world: SeenWorld, seed: number): readonly string[] {
  return [...rooms, ...people.map((who) => `@${who}`)].flatMap((room) => {
    const texts = world.textsIn(room);
    const reminders = texts.filter((text) => text.includes("Demain"));
    const ofEach = ["Tenu", "Annulable"].map(
      (title) => reminders.filter((text) => text.includes(title)).length,
    );
    const cancelled = texts.filter((text) => text.includes("**Annulé : Annulable"));
    const faults = [
      ...(ofEach.some((count) => count > 1) ? [`${ofEach.join()} reminders`] : []),
      ...(cancelled.length === 1 ? [] : [`${cancelled.length} cancellations`]),
    ];
    return faults.map((fault) => `seed ${seed}, ${room}: ${fault}`);
  });
}

it(
  `3. killed at random between "sending" and "sent", over and over in ${RUNS} runs: no reminder twice, no cancellation lost`,
  { timeout: 3_600_000 },
  async () => {
    const counts = new Map<string, number>();
    const faults: string[] = [];
    for (let index = 0; index < RUNS; index += 1) faults.push(...(await run(SEED + index, counts)));
    const kills = [...counts].reduce(
      (sum, [what, count]) => sum + (what.startsWith("crash-") ? count : 0),
      0,
    );
    const told = { seed: SEED, runs: RUNS, kills, faults: faults.length };
    process.stdout.write(`${JSON.stringify({ ...told, ...Object.fromEntries(counts) })}\n`);
    expect(faults).toEqual([]);
    expect(counts.get("crash-after")).toBeGreaterThan(0);
    expect(counts.get("repeats-shown-once")).toBeGreaterThan(0);
  },
);

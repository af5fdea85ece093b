import { describe, expect, it } from "vitest";
import type { Change, Store } from "../../src/ports/store.ts";
import { contentOf } from "./content-of.ts";
import { crashedProcess, makeFolder, openStore } from "./data-folder-fixture.ts";
import { asChanges, contentsAfter, planWrites } from "./planned-writes.ts";
import { RecordingLog } from "./recording-log.ts";
import { type Draw, seededRandom } from "./seeded-random.ts";
import { VolatileDisk } from "./volatile-disk.ts";

const rounds = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 20_000 : 300;

/** A store, and the disk it is on. */
interface Living {
  readonly store: Store;
  readonly disk: VolatileDisk;
}

/** One life of the store: from the power's coming back to its going. */
async function live(seed: number, folder: string, disk: VolatileDisk): Promise<VolatileDisk> {
  const draw = seededRandom(seed);
  const before = await openThroughCuts(folder, disk, draw);
  const writes = planWrites(seed, 1 + draw(6));
  const possible = await contentsAfter(await asChanges(before.store), writes);
  before.disk.cutPowerAfter(draw(60));
  const acknowledged = await writeInBursts(before.store, writes, draw);
  // Half of the time the process alone is killed: what it wrote is there, and not all of it is durable.
  const left = draw(2) === 0 ? before.disk.keepPower() : before.disk.restart(draw);
  const after = await openThroughCuts(folder, left, draw);
  const found = await contentOf(after.store);
  expect(possible.slice(acknowledged)).toContain(found);
  // What was shown once stays, even if the power goes before anything more is written.
  const later = await openThroughCuts(folder, after.disk.restart(draw), draw);
  expect(await contentOf(later.store)).toBe(found);
  return later.disk.restart(draw);
}

/** Opens the store; the power goes now and then while it is opening, too. */
async function openThroughCuts(folder: string, disk: VolatileDisk, draw: Draw): Promise<Living> {
  if (draw(2) === 0) disk.cutPowerAfter(draw(25));
  const log = new RecordingLog();
  try {
    const store = await openStore(folder, { disk, log, owner: crashedProcess });
    disk.cutPowerAfter(Number.POSITIVE_INFINITY);
    // A power cut is no damage: whatever it makes the disk forget, nothing may be found torn.
    expect(log.events.filter((event) => event !== "store-journal-replayed")).toEqual([]);
    return { store, disk };
  } catch (cause) {
    expect(String(cause)).toMatch(/cannot be written/);
    return openThroughCuts(folder, disk.restart(draw), draw);
  }
}

/** Asks for the writes, some without waiting for those before; how many were acknowledged. */
async function writeInBursts(
  store: Store,
  writes: readonly (readonly Change[])[],
  draw: Draw,
): Promise<number> {
  if (writes.length === 0) return 0;
  const burst = 1 + draw(3);
  const asked = writes.slice(0, burst).map((changes) => store.write(changes));
  const results = await Promise.allSettled(asked);
  const kept = results.filter(({ status }) => status === "fulfilled").length;
  if (kept < results.length) return kept;
  return kept + (await writeInBursts(store, writes.slice(burst), draw));
}

describe("a power cut", () => {
  it(`at any moment of ${rounds} lives, loses nothing acknowledged and tears nothing`, async () => {
    const lives = 10;
    const folders = Array.from({ length: rounds / lives }, async (_, index) => {
      const folder = await makeFolder();
      const seeds = Array.from({ length: lives }, (__, life) => index * lives + life);
      await seeds.reduce(
        async (disk, seed) => live(seed, folder, await disk),
        Promise.resolve(new VolatileDisk()),
      );
    });
    await expect(Promise.all(folders)).resolves.toHaveLength(rounds / lives);
  }, 900_000);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChildProgram } from "./child-program.ts";
import { type CompiledProgram, compileProgram } from "./compile-program.ts";
import { contentOf } from "./content-of.ts";
import { makeFolder, openStore } from "./data-folder-fixture.ts";
import { asChanges, contentsAfter, planWrites } from "./planned-writes.ts";
import { RecordingLog } from "./recording-log.ts";
import { seededRandom } from "./seeded-random.ts";

const rounds = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 1000 : 30;
const writesARound = 60;

let writer: CompiledProgram;
beforeAll(async () => {
  writer = await compileProgram(new URL("./random-writer.ts", import.meta.url));
});
afterAll(() => writer.remove());

/** Lets a process write into the folder, kills it, and looks at what it left. */
async function killAWriter(folder: string, seed: number): Promise<void> {
  const before = await openStore(folder);
  const start = await asChanges(before);
  await before.close();
  const writes = planWrites(seed, writesARound);
  const possible = await contentsAfter(start, writes);
  const child = new ChildProgram(writer.path, [folder, `${seed}`, `${writesARound}`]);
  const enough = seededRandom(seed)(writesARound - 10);
  const heardBefore = await hear(child, enough);
  expect(heardBefore, "it was writing").toBe(enough);
  const killed = child.kill();
  const acknowledged = await hear(child, writesARound, heardBefore);
  await killed;
  const log = new RecordingLog();
  const after = await openStore(folder, { log });
  const found = await contentOf(after);
  await after.close();
  expect(possible.slice(acknowledged), `round ${seed}, ${acknowledged} acknowledged`).toContain(
    found,
  );
  // A kill tears nothing that opening would have to recover from.
  expect(log.events.filter((event) => event !== "store-journal-replayed")).toEqual([]);
}

/** Listens until this many writes are acknowledged, or the process is no more; how many were. */
async function hear(child: ChildProgram, count: number, heard = 0): Promise<number> {
  if (heard >= count) return heard;
  const line = await child.nextLine();
  if (line === undefined) return heard;
  expect(line).toBe(`done ${heard + 1}`);
  return hear(child, count, heard + 1);
}

describe("a process killed while it writes", () => {
  it(`leaves every acknowledged write, and the others whole or not at all, ${rounds} times`, async () => {
    const folder = await makeFolder();
    const seeds = Array.from({ length: rounds }, (_, round) => round + 1);
    const killing = seeds.reduce(async (before, seed) => {
      await before;
      await killAWriter(folder, seed);
    }, Promise.resolve());
    await expect(killing).resolves.toBeUndefined();
  }, 900_000);
});

// Run as a program, to be killed: node random-writer.js <folder> <seed> <count>
// Writes what `planWrites` says, some writes without waiting for those before; says "done <n>" for each
// acknowledged one, n counting from 1.
import { writeSync } from "node:fs";
import { openLowdbStore } from "../../src/stores/lowdb-store.ts";
import { contractTypes } from "../contracts/note-types.ts";
import { planWrites } from "./planned-writes.ts";
import { RecordingLog } from "./recording-log.ts";
import { seededRandom } from "./seeded-random.ts";

const [folder = "", seed = "", count = ""] = process.argv.slice(2);
const draw = seededRandom(Number(seed));
const writes = planWrites(Number(seed), Number(count));
const store = await openLowdbStore({ folder, types: contractTypes, log: new RecordingLog() });

async function writeFrom(index: number): Promise<void> {
  if (index >= writes.length) return;
  const burst = writes.slice(index, index + 1 + draw(4));
  const asked = burst.map(async (changes, place) => {
    await store.write(changes);
    // At once, past any buffer of ours: what was said survives the kill.
    writeSync(1, `done ${index + place + 1}\n`);
  });
  await Promise.all(asked);
  await writeFrom(index + burst.length);
}

await writeFrom(0);
await store.close();

// Run as a program, to be killed: node counting-program.js <store.log>
// Goes on counting from what it finds, a transaction a number, compacting all the time; says "done <n>"
// once number n is complete.
import { writeSync } from "node:fs";
import { openDurableIndexedDb } from "../../../../src/adapters/matrix/crypto/durable-indexeddb.ts";
import { committed } from "../../../../src/adapters/matrix/crypto/settled.ts";
import { openCounting, readCount, writeNumber } from "./counting.ts";

const [path = ""] = process.argv.slice(2);
const store = await openDurableIndexedDb({
  path,
  compactAfterBytes: 3000,
  onFatal: (cause) => {
    throw cause;
  },
});
const database = await openCounting(store.factory);

async function countFrom(number: number): Promise<void> {
  // Two at a time, as the machine does: one may be begun before the other is complete.
  const both = [number, number + 1].map(async (next) => {
    const transaction = database.transaction(["numbers"], "readwrite");
    writeNumber(transaction, next);
    await committed(transaction);
    // At once, past any buffer of ours: what was said survives the kill.
    writeSync(1, `done ${next}\n`);
  });
  await Promise.all(both);
  await countFrom(number + 2);
}

await countFrom((await readCount(database)).last + 1);

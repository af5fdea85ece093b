import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDurableIndexedDb } from "../../../../src/adapters/matrix/crypto/durable-indexeddb.ts";
import { seededRandom } from "../../../support/seeded-random.ts";
import { temporaryFolder } from "../../../support/temporary-folder.ts";
import { ChildProgram } from "../../../stores/child-program.ts";
import { type CompiledProgram, compileProgram } from "../../../stores/compile-program.ts";
import { numbersUpTo, openCounting, readCount } from "./counting.ts";

const rounds = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 500 : 15;

let program: CompiledProgram;
beforeAll(async () => {
  program = await compileProgram(new URL("./counting-program.ts", import.meta.url));
});
afterAll(() => program.remove());

/** Listens until this many more are acknowledged, or the process is no more; the last one. */
async function hear(child: ChildProgram, count: number, last = 0): Promise<number> {
  if (count === 0) return last;
  const line = await child.nextLine();
  if (line === undefined) return last;
  return hear(child, count - 1, Number(line.split(" ")[1]));
}

describe("a process killed while it writes and compacts", () => {
  it(`leaves every completed transaction, and the others whole or not at all, ${rounds} times`, async () => {
    const path = join(temporaryFolder(), "store.log");
    const draw = seededRandom(20_261_122);
    for (let round = 0; round < rounds; round += 1) {
      const child = new ChildProgram(program.path, [path]);
      const before = await hear(child, 1 + Math.floor(draw() * 120));
      const killed = child.kill();
      const acknowledged = await hear(child, Number.POSITIVE_INFINITY, before);
      await killed;
      const store = await openDurableIndexedDb({
        path,
        onFatal: (cause) => {
          throw cause;
        },
      });
      const database = await openCounting(store.factory);
      const { last, numbers } = await readCount(database);
      await store.close();
      expect(last, `round ${round}`).toBeGreaterThanOrEqual(acknowledged);
      expect(last, `round ${round}`).toBeLessThanOrEqual(acknowledged + 2);
      expect(numbers).toEqual(numbersUpTo(last));
    }
  }, 900_000);
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, put, remove, type Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { contractTypes, people, rooms } from "../contracts/note-types.ts";
import { difficultIds } from "../contracts/store-contract.ts";
import { contentOf } from "./content-of.ts";
import { makeFolder, openStore } from "./data-folder-fixture.ts";

const runs = process.env["PASSERELLE_FULL_PROOFS"] === "1" ? 2000 : 60;

type Step =
  | { readonly kind: "write"; readonly together: readonly (readonly Change[])[] }
  | { readonly kind: "scrub" }
  | { readonly kind: "reopen" };

/** Few enough ids that they meet again. */
const ids = fc.oneof(
  fc.constantFrom(...difficultIds.slice(0, 8)),
  fc.string({ unit: "binary", maxLength: 3 }),
);

const changes: fc.Arbitrary<Change> = fc
  .record({
    type: fc.constantFrom(rooms, people),
    id: ids,
    note: fc.option(fc.record({ text: fc.string({ unit: "binary" }), more: fc.jsonValue() })),
  })
  .map(({ type, id, note }) => (note === null ? remove(type, id) : put(type, id, note)));

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      together: fc.array(fc.array(changes, { maxLength: 6 }), { maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("scrub" as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("reopen" as const) }) },
);

/** The store on disk, and the memory store given the same. */
interface Pair {
  readonly disk: Store;
  readonly memory: Store;
}

async function take(step: Step, { disk, memory }: Pair, folder: string): Promise<Pair> {
  if (step.kind === "write") {
    await Promise.all(step.together.flatMap((each) => [disk.write(each), memory.write(each)]));
    return { disk, memory };
  }
  if (step.kind === "scrub") {
    await disk.scrub();
    return { disk, memory };
  }
  await disk.close();
  return { disk: await openStore(folder), memory };
}

describe("the lowdb store", () => {
  it("holds what the memory store holds, after any changes and any reopening", async () => {
    const property = fc.asyncProperty(fc.array(steps, { maxLength: 10 }), async (taken) => {
      const folder = await makeFolder();
      const start = { disk: await openStore(folder), memory: createMemoryStore(contractTypes) };
      const end = await taken.reduce(async (before, step) => {
        const after = await take(step, await before, folder);
        expect(await contentOf(after.disk)).toBe(await contentOf(after.memory));
        return after;
      }, Promise.resolve<Pair>(start));
      await end.disk.close();
      const reopened = await openStore(folder);
      expect(await contentOf(reopened)).toBe(await contentOf(end.memory));
      await reopened.close();
    });
    await fc.assert(property, { numRuns: runs, seed: 20_261_122 });
  }, 600_000);
});

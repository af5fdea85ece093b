import { type Change, put, remove, type Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { contractTypes, people, rooms, sent } from "../contracts/note-types.ts";
import { contentOf } from "./content-of.ts";
import { type Draw, seededRandom } from "./seeded-random.ts";

/** Writes of one to three collections, documents of all sizes put and removed; each marks itself in `sent`. */
export function planWrites(seed: number, count: number): readonly (readonly Change[])[] {
  const draw = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => planWrite(draw, `${seed}.${index}`));
}

/** What a store holds after none of the writes, after the first, after the first two… */
export async function contentsAfter(
  start: readonly Change[],
  writes: readonly (readonly Change[])[],
): Promise<readonly string[]> {
  const store = createMemoryStore(contractTypes);
  await store.write(start);
  const contents = [await contentOf(store)];
  await writes.reduce(async (before, changes) => {
    await before;
    await store.write(changes);
    contents.push(await contentOf(store));
  }, Promise.resolve());
  return contents;
}

/** The changes that make an empty store hold what this one does. */
export async function asChanges(store: Store): Promise<readonly Change[]> {
  const lists = contractTypes.map(async (type) => {
    const documents = await store.list(type);
    return documents.map(({ id, document }) => put(type, id, document));
  });
  return (await Promise.all(lists)).flat();
}

function planWrite(draw: Draw, mark: string): readonly Change[] {
  const types = [rooms, people].slice(draw(3));
  const changes = types.flatMap((type) =>
    Array.from({ length: 1 + draw(3) }, () => {
      const id = `${draw(12)}`;
      if (draw(4) === 0) return remove(type, id);
      return put(type, id, { text: `${mark} ${"x".repeat(draw(10) === 0 ? 20_000 : draw(200))}` });
    }),
  );
  return [...changes, put(sent, "last", { text: mark })];
}

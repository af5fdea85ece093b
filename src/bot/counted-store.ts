import type { Change, Store } from "../ports/store.ts";

/** A store that counts the writes it brings to each collection: who keeps a list of one knows when it is old. */
export interface CountedStore extends Store {
  /** How many writes touched a collection through this store, failed ones included. */
  writesOf(collection: string): number;
}

/** The same store, counting; one that counts already is left as it is. */
export function countWrites(store: Store | CountedStore): CountedStore {
  if ("writesOf" in store) return store;
  const counts = new Map<string, number>();
  const count = (changes: readonly Change[]) => {
    for (const name of new Set(changes.map(({ collection }) => collection))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  };
  return {
    get: (type, id) => store.get(type, id),
    list: (type, names) => store.list(type, names),
    async write(changes) {
      try {
        await store.write(changes);
      } finally {
        count(changes);
      }
    },
    scrub: () => store.scrub(),
    close: () => store.close(),
    writesOf: (collection) => counts.get(collection) ?? 0,
  };
}

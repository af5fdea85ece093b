import type { Change, Store } from "../../src/ports/store.ts";

/** A store whose writes of some documents wait until they are let go: the moment before they are on disk. */
export function holdWrites(
  store: Store,
  isHeld: (change: Change) => boolean,
  until: Promise<unknown>,
): Store {
  return {
    get: (type, id) => store.get(type, id),
    list: (type) => store.list(type),
    write: async (changes) => {
      if (changes.some(isHeld)) await until;
      await store.write(changes);
    },
    scrub: () => store.scrub(),
    close: () => store.close(),
  };
}

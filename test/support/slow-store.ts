import { setTimeout as timeout } from "node:timers/promises";
import type { Store } from "../../src/ports/store.ts";

/** A store each operation of which takes so long, as on a disk in trouble. */
export function slowStore(store: Store, ms: number): Store {
  const slowly = async <T>(task: () => Promise<T>): Promise<T> => {
    await timeout(ms);
    return task();
  };
  return {
    get: (type, id) => slowly(() => store.get(type, id)),
    list: (type) => slowly(() => store.list(type)),
    write: (changes) => slowly(() => store.write(changes)),
    scrub: () => slowly(() => store.scrub()),
    close: () => store.close(),
  };
}

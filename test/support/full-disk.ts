import type { Store } from "../../src/ports/store.ts";

/** A store on a disk that may be full: then nothing can be written, and all can be read. */
export function onDisk(store: Store, disk: { readonly isFull: boolean }): Store {
  return {
    get: (type, id) => store.get(type, id),
    list: (type, names) => store.list(type, names),
    scrub: () => store.scrub(),
    close: () => store.close(),
    write: async (changes) => {
      if (disk.isFull) throw new Error("ENOSPC");
      await store.write(changes);
    },
  };
}

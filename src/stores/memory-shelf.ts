import type { FileShelf } from "../ports/file-shelf.ts";

/** A shelf that ends with the process, for tests and rehearsals. */
export function createMemoryShelf(): FileShelf {
  const files = new Map<string, Uint8Array>();
  return {
    keep(id, bytes) {
      files.set(id, bytes.slice());
      return Promise.resolve();
    },
    read: (id) => Promise.resolve(files.get(id)?.slice()),
    drop(id) {
      files.delete(id);
      return Promise.resolve();
    },
    list: () => Promise.resolve([...files.keys()]),
  };
}

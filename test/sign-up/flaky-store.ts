import { StoreError } from "../../src/model/errors.ts";
import type { Store } from "../../src/ports/store.ts";

/** How a write ends: done, not done at all, or done without anybody being told. */
export type WriteFate = "done" | "not-done" | "done-then-crash";

/** A store some writes of which fail, as when the process is killed before or just after them. */
export function flakyStore(store: Store, fateOf: () => WriteFate): Store {
  return {
    get: (type, id) => store.get(type, id),
    list: (type, names) => store.list(type, names),
    write: async (changes) => {
      const fate = fateOf();
      if (fate === "not-done") throw new StoreError("the disk is gone");
      await store.write(changes);
      if (fate === "done-then-crash") throw new StoreError("the disk is gone");
    },
    scrub: () => store.scrub(),
    close: () => store.close(),
  };
}

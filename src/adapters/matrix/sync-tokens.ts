import type { Clock } from "../../ports/clock.ts";
import { put, type Store } from "../../ports/store.ts";
import { matrixDocuments } from "./matrix-documents.ts";
import type { SyncTokens } from "./transport/sync-loop.ts";

/** Keeps the place of an account's last sync in the store: it says nothing to another's server. */
export function syncTokens(store: Store, clock: Clock, user: string): SyncTokens {
  return {
    read: async () => (await store.get(matrixDocuments.place, user))?.next,
    write: async (next) => {
      const at = clock.now().toISOString();
      await store.write([put(matrixDocuments.place, user, { next, at })]);
    },
  };
}

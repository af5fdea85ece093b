import type { Address } from "../model/address.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";

/** How many messages nobody there asked for a room was sent. */
export interface RoomLoad {
  readonly to: Address;
  readonly count: number;
}

/** What a room must be told, and what changes nothing it reads anew. */
const notCounted: ReadonlySet<string> = new Set(["change", "cancellation", "correction"]);

/** What shared rooms were sent from an instant on, important changes aside. Source: WORKSHOPS.md 11. */
export async function roomLoads(
  since: Date,
  store: Store,
  documents: Pick<StoredDocuments, "ledger">,
): Promise<readonly RoomLoad[]> {
  const from = since.toISOString();
  const loads = new Map<string, RoomLoad>();
  for (const { document } of await store.list(documents.ledger)) {
    const { to, kind, state, at } = document;
    if (to.isDirect || state.kind !== "sent" || at < from || notCounted.has(kind)) continue;
    const name = JSON.stringify([to.platform, to.room]);
    loads.set(name, { to, count: (loads.get(name)?.count ?? 0) + 1 });
  }
  return [...loads.values()];
}

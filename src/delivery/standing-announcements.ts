import type { LedgerEntry } from "../model/ledger-entry.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";
import { mayHaveBeenSeen } from "./was-never-shown.ts";

/** An announcement of new workshops that stands, or may, as it was last shown. */
export interface Standing extends Pick<LedgerEntry, "to" | "person" | "workshops"> {
  /** Of the reply that shows it. */
  readonly key: string;
}

const shownBy: ReadonlySet<string> = new Set(["new", "correction"]);

/** The announcement of a workshop in each room that got one: as it was sent, or corrected since. */
export async function standingAnnouncements(
  workshop: string,
  store: Store,
  documents: Pick<StoredDocuments, "ledger">,
): Promise<readonly Standing[]> {
  const found = await store.list(documents.ledger, [JSON.stringify(workshop)]);
  const last = new Map<string, Standing & Pick<LedgerEntry, "at">>();
  for (const { id, document } of found) {
    const { to, person, kind, state, workshops, at } = document;
    if (!shownBy.has(kind) || !workshops.includes(workshop) || !mayHaveBeenSeen(state)) continue;
    const room = JSON.stringify([to.platform, to.room]);
    const known = last.get(room);
    if (!known || known.at < at) last.set(room, { key: id, to, person, workshops, at });
  }
  return [...last.values()];
}

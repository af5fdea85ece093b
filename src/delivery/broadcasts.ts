import type { LedgerEntry } from "../model/ledger-entry.ts";
import type { PlannedAnnouncement } from "../model/planned-announcement.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";
import { mayHaveBeenSeen, wasUnseen } from "./was-never-shown.ts";
import { DAY_MS } from "../model/durations.ts";

/** A message that nobody there asked for, and when it was sent. */
export interface SentBroadcast extends Pick<LedgerEntry, "to" | "person"> {
  readonly at: Date;
}

const broadcastKinds: ReadonlySet<string> = new Set(["new", "digest"]);

/** The announcements and digests that rooms, and people who subscribed, may have read in the last 24 hours. */
export async function broadcastsOfDay(
  now: Date,
  store: Store,
  documents: Pick<StoredDocuments, "ledger">,
): Promise<readonly SentBroadcast[]> {
  const from = new Date(now.getTime() - DAY_MS);
  // By the text of the field: what is older is not even read.
  const days = new Set([from, now].map((instant) => instant.toISOString().slice(0, 10)));
  const found = await Promise.all(
    [...days].map((day) => store.list(documents.ledger, [`"at":"${day}T`])),
  );
  return found.flat().flatMap(({ document: { to, person, kind, state, at } }) => {
    const isSent = mayHaveBeenSeen(state) && broadcastKinds.has(kind) && at > from.toISOString();
    return isSent ? [{ to, person, at: new Date(at) }] : [];
  });
}

/** The announcements of new workshops that wait in the outbox and nobody saw yet. */
export async function waitingNews(
  store: Store,
  documents: Pick<StoredDocuments, "outbox">,
): Promise<readonly PlannedAnnouncement[]> {
  const found = await store.list(documents.outbox, ['"kind":"new"']);
  return found.flatMap(({ document: row }) => {
    const { kind, planned } = row.announced ?? {};
    return kind === "new" && planned && wasUnseen(row) ? [planned] : [];
  });
}

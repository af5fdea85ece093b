import type { PlannedAnnouncement } from "../model/planned-announcement.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Store } from "../ports/store.ts";
import { wasUnseen } from "./was-never-shown.ts";

/** The announcements about a workshop that wait in the outbox and nobody saw yet, oldest first. */
export async function waitingOf(
  workshop: string,
  store: Store,
  documents: Pick<StoredDocuments, "outbox">,
): Promise<readonly PlannedAnnouncement[]> {
  const found = await store.list(documents.outbox, [JSON.stringify(workshop)]);
  return found
    .map(({ document }) => document)
    .filter((row) => wasUnseen(row) && row.announced?.workshops.includes(workshop) === true)
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .flatMap(({ announced }) => announced?.planned ?? []);
}

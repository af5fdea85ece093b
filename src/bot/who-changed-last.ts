import type { StoredDocuments } from "../model/stored-documents.ts";
import type { WorkshopChange } from "../model/stored-workshops.ts";
import type { Store } from "../ports/store.ts";

/**
 * Who changed a workshop last: they run it, and are told what becomes of it.
 * @param isMeant which changes are looked at; all of them without it
 * @returns the key of the person (see `personKey`); undefined when a file did, or nobody is known to have
 */
export async function whoChangedLast(
  workshop: string,
  {
    store,
    documents,
  }: {
    readonly store: Pick<Store, "list">;
    readonly documents: Pick<StoredDocuments, "workshopChanges">;
  },
  isMeant: (change: WorkshopChange) => boolean = () => true,
): Promise<string | undefined> {
  const found = await store.list(documents.workshopChanges, [workshop]);
  return found
    .map(({ document }) => document)
    .filter((change) => change.workshop === workshop && isMeant(change))
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .at(-1)?.owner;
}

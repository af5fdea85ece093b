import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Clock } from "../ports/clock.ts";
import { put, remove, type Store } from "../ports/store.ts";

/** Where conversations are, and what time it is. */
export interface Forgetting {
  readonly store: Store;
  readonly documents: StoredDocuments;
  readonly clock: Clock;
}

/** Erases what was said in rooms of a platform that are gone. @returns how many conversations went */
export async function forgetRooms(
  { store, documents, clock }: Forgetting,
  platform: string,
  isGone: (room: string) => boolean,
): Promise<number> {
  const { conversations, scrubDue } = documents;
  const gone = (await store.list(conversations)).filter(
    ({ document }) => document.platform === platform && isGone(document.room),
  );
  if (gone.length === 0) return 0;
  await store.write([
    ...gone.map(({ id }) => remove(conversations, id)),
    // Older generations of the file still hold it: the next tick makes them unreadable.
    put(scrubDue, "scrub", { at: clock.now().toISOString() }),
  ]);
  return gone.length;
}

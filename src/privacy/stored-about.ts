import type { AnyDocumentType } from "../model/document-type.ts";
import type { Change, Store } from "../ports/store.ts";
import { remove } from "../ports/store.ts";

/** One document about a person. */
export interface StoredItem {
  readonly collection: string;
  readonly id: string;
  readonly document: unknown;
}

const MS_PER_DAY = 86_400_000;

/** Everything stored about a person, in every collection that declares an owner. */
export async function storedAbout(
  person: string,
  store: Store,
  kinds: readonly AnyDocumentType[],
): Promise<readonly StoredItem[]> {
  const found = await selectDocuments(store, kinds, isAbout(person));
  return found.map(({ collection, id, document }) => ({ collection, id, document }));
}

/** What erases all that is stored about a person, and how many documents that is. */
export async function erasureOf(
  person: string,
  store: Store,
  kinds: readonly AnyDocumentType[],
): Promise<readonly Change[]> {
  const found = await selectDocuments(store, kinds, isAbout(person));
  return found.map(({ change }) => change);
}

/** Every document kept longer than its type declares, and what erases it. */
export async function purgeDue(
  now: Date,
  store: Store,
  kinds: readonly AnyDocumentType[],
): Promise<readonly Pick<Selected, "change" | "owner">[]> {
  return selectDocuments(store, kinds, (type, document) => {
    return now.getTime() - Date.parse(type.lastUsed(document)) > type.keptDays * MS_PER_DAY;
  });
}

interface Selected extends StoredItem {
  /** Key of the person it is about, if any. */
  readonly owner: string | undefined;
  readonly change: Change;
}

type Test = (type: AnyDocumentType, document: unknown) => boolean;

function isAbout(person: string): Test {
  return (type, document) => type.owner(document) === person;
}

async function selectDocuments(
  store: Store,
  kinds: readonly AnyDocumentType[],
  isWanted: Test,
): Promise<readonly Selected[]> {
  const select = async (type: AnyDocumentType): Promise<Selected[]> => {
    const all = await store.list(type);
    return all
      .filter(({ document }) => isWanted(type, document))
      .map(({ id, document }) => ({
        collection: type.collection,
        id,
        document,
        owner: type.owner(document),
        change: remove(type, id),
      }));
  };
  return (await Promise.all(kinds.map(select))).flat();
}

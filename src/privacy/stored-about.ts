import type { AnyDocumentType, DocumentType } from "../model/document-type.ts";
import type { Change, Store } from "../ports/store.ts";
import { put, remove } from "../ports/store.ts";
import { DAY_MS } from "../model/durations.ts";

/** One document about a person. */
export interface StoredItem {
  readonly collection: string;
  readonly id: string;
  readonly document: unknown;
}

/** Everything stored about a person that they may read, in every collection that declares an owner. */
export async function storedAbout(
  person: string,
  store: Store,
  kinds: readonly AnyDocumentType[],
): Promise<readonly StoredItem[]> {
  const found = await selectDocuments(store, kinds, isAbout(person));
  return found.flatMap(({ collection, id, document, type }) => {
    const told = type.told ? type.told(document) : document;
    return told === undefined ? [] : [{ collection, id, document: told }];
  });
}

/** What erases all that is stored about a person, and takes them out of what only names them. */
export async function erasureOf(
  person: string,
  store: Store,
  kinds: readonly AnyDocumentType[],
): Promise<readonly Change[]> {
  const found = await selectDocuments(store, kinds, isAbout(person));
  const named = kinds.map((type) => withoutThem(person, store, type));
  return [...found.map(({ change }) => change), ...(await Promise.all(named)).flat()];
}

/** Every document kept longer than its type declares, and what erases it. */
export async function purgeDue(
  now: Date,
  store: Store,
  kinds: readonly AnyDocumentType[],
): Promise<readonly DueItem[]> {
  return selectDocuments(store, kinds, (type, document) => isPurgeDue(type, document, now));
}

/** Whether a document is kept longer than its type declares. */
export function isPurgeDue<T>(
  { lastUsed, keptDays }: Pick<DocumentType<T>, "lastUsed" | "keptDays">,
  document: T,
  now: Date,
): boolean {
  return now.getTime() - Date.parse(lastUsed(document)) > keptDays * DAY_MS;
}

/** A document that is to be erased, and its kind. */
export type DueItem = Pick<Selected, "change" | "owner" | "id" | "type">;

interface Selected extends StoredItem {
  /** Key of the person it is about, if any. */
  readonly owner: string | undefined;
  readonly change: Change;
  readonly type: AnyDocumentType;
}

type Test = (type: AnyDocumentType, document: unknown) => boolean;

async function withoutThem(
  person: string,
  store: Store,
  type: AnyDocumentType,
): Promise<readonly Change[]> {
  const { owner, without } = type;
  if (!without) return [];
  return (await store.list(type)).flatMap(({ id, document }) => {
    const left = owner(document) === person ? undefined : without(document, person);
    return left === undefined ? [] : [put(type, id, left)];
  });
}

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
        type,
        id,
        document,
        owner: type.owner(document),
        change: remove(type, id),
      }));
  };
  return (await Promise.all(kinds.map(select))).flat();
}

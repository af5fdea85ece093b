import type { DocumentType } from "../model/document-type.ts";
import { StoreError } from "../model/errors.ts";

/** What a store must know of a document type before it is asked for one: any `DocumentType` fits. */
export type CollectionType = Pick<DocumentType<unknown>, "collection" | "version" | "migrations">;

/** The declared types by the name of their collection. */
export type CollectionTypes = ReadonlyMap<string, CollectionType>;

/**
 * Indexes the types a store is opened with.
 * @throws StoreError when a name is not kebab-case, is taken twice or reserved, or a migration is missing
 */
export function indexCollectionTypes(types: readonly CollectionType[]): CollectionTypes {
  const byCollection = new Map<string, CollectionType>();
  for (const type of types) {
    const fault = faultOf(type, byCollection);
    if (fault !== undefined) {
      throw new StoreError(`document type "${type.collection}": ${fault}`);
    }
    byCollection.set(type.collection, type);
  }
  return byCollection;
}

/**
 * The value kept under a collection's name.
 * @throws StoreError when the collection was not declared
 */
export function ofCollection<V>(collections: ReadonlyMap<string, V>, collection: string): V {
  const found = collections.get(collection);
  if (found === undefined) {
    throw new StoreError(
      `the store was opened without the collection "${collection}": add its document type to the list it is opened with`,
    );
  }
  return found;
}

/** A dot or a slash would let one collection write over another's generations, or out of the folder. */
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** `journal.json` holds the atomic writes. */
const reserved = "journal";

function faultOf(type: CollectionType, known: CollectionTypes): string | undefined {
  if (!kebabCase.test(type.collection)) return "the name of a collection is written in kebab-case";
  if (type.collection === reserved) return "this name is the store's own; choose another";
  if (known.has(type.collection)) return "two document types have this collection";
  if (!Number.isSafeInteger(type.version) || type.version < 1) return "versions count from 1";
  if (type.migrations.length !== type.version - 1) {
    return `version ${type.version} needs ${type.version - 1} migrations, it has ${type.migrations.length}`;
  }
  return undefined;
}

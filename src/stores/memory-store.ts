import type { DocumentType } from "../model/document-type.ts";
import { StoreError } from "../model/errors.ts";
import type { Change, Store } from "../ports/store.ts";
import { checkChanges, groupByCollection } from "./check-changes.ts";
import {
  type CollectionType,
  type CollectionTypes,
  indexCollectionTypes,
  ofCollection,
} from "./collection-types.ts";
import { changeDocuments, getDocument, listDocuments } from "./documents.ts";

/**
 * A store that ends with the process, for tests and rehearsals.
 * It keeps JSON text, so what would not survive a real store does not survive this one.
 * @throws StoreError when the types contradict one another
 */
export function createMemoryStore(types: readonly CollectionType[]): Store {
  return new MemoryStore(indexCollectionTypes(types));
}

class MemoryStore implements Store {
  readonly #types: CollectionTypes;
  readonly #collections: ReadonlyMap<string, Map<string, string>>;
  #isOpen = true;

  constructor(types: CollectionTypes) {
    this.#types = types;
    this.#collections = new Map([...types.keys()].map((name) => [name, new Map()]));
  }

  async get<T>(type: DocumentType<T>, id: string): Promise<T | undefined> {
    return getDocument(type, this.#documents(type.collection), id);
  }

  async list<T>(
    type: DocumentType<T>,
    names?: readonly string[],
  ): Promise<readonly { id: string; document: T }[]> {
    return listDocuments(type, this.#documents(type.collection), names);
  }

  async write(changes: readonly Change[]): Promise<void> {
    this.#mustBeOpen();
    for (const [name, group] of groupByCollection(checkChanges(this.#types, changes))) {
      changeDocuments(this.#documents(name), group);
    }
  }

  async scrub(): Promise<void> {
    // Nothing is kept of what was deleted.
    this.#mustBeOpen();
  }

  async close(): Promise<void> {
    this.#isOpen = false;
  }

  #documents(collection: string): Map<string, string> {
    this.#mustBeOpen();
    return ofCollection(this.#collections, collection);
  }

  #mustBeOpen(): void {
    if (!this.#isOpen) throw new StoreError("the store is closed");
  }
}

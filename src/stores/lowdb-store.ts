import { resolve } from "node:path";
import type { DocumentType } from "../model/document-type.ts";
import { StoreError } from "../model/errors.ts";
import type { Log } from "../ports/log.ts";
import type { Change, Store } from "../ports/store.ts";
import { checkChanges } from "./check-changes.ts";
import {
  type CollectionType,
  type CollectionTypes,
  indexCollectionTypes,
} from "./collection-types.ts";
import { createDataFolder } from "./data-folder.ts";
import { type Disk, realDisk } from "./disk.ts";
import { getDocument, listDocuments } from "./documents.ts";
import type { DurableCollections } from "./durable-collections.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { GatheredWrites } from "./gathered-writes.ts";
import type { LockOwner } from "./lock-owner.ts";
import { openCollections } from "./open-collections.ts";

/** What a store on disk is opened with. */
export interface LowdbStoreOptions {
  /** The data folder; made when it is missing. */
  readonly folder: string;
  /** Every document type it will be asked for. */
  readonly types: readonly CollectionType[];
  readonly log: Log;
  /** The process that holds the folder: this one unless a test says otherwise. */
  readonly owner?: LockOwner;
  /** The machine's disk unless a test says otherwise. */
  readonly disk?: Disk;
}

/**
 * A store of small JSON documents in files, one a collection, that survives crashes and power cuts.
 * A write of one collection costs two waits for the disk, a write of several costs three.
 * Everything is held in memory too: tens of thousands of documents, not millions.
 *
 * `scrub()` removes the damaged files that opening kept aside, because they may hold what was erased;
 * it rewrites the previous generations; it cannot reach backups, or blocks the disk has freed.
 *
 * @throws StoreError when another process holds the folder, or its files cannot be made sense of
 */
export async function openLowdbStore(options: LowdbStoreOptions): Promise<Store> {
  const types = indexCollectionTypes(options.types);
  const folder = { path: resolve(options.folder), disk: options.disk ?? realDisk };
  await createDataFolder(folder);
  const lock = await lockFolder(folder.path, options.owner);
  try {
    const collections = await openCollections(folder, types, options.log);
    return new LowdbStore({ types, collections, lock, log: options.log });
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

interface Parts {
  readonly types: CollectionTypes;
  readonly collections: DurableCollections;
  readonly lock: FolderLock;
  readonly log: Log;
}

class LowdbStore implements Store {
  readonly #parts: Parts;
  readonly #writes: GatheredWrites;
  #closing: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#writes = new GatheredWrites((changes) => parts.collections.commit(changes));
  }

  async get<T>(type: DocumentType<T>, id: string): Promise<T | undefined> {
    this.#mustBeOpen();
    return getDocument(type, this.#parts.collections.documents(type.collection), id);
  }

  async list<T>(
    type: DocumentType<T>,
    names?: readonly string[],
  ): Promise<readonly { id: string; document: T }[]> {
    this.#mustBeOpen();
    return listDocuments(type, this.#parts.collections.documents(type.collection), names);
  }

  async write(changes: readonly Change[]): Promise<void> {
    this.#mustBeOpen();
    await this.#writes.write(checkChanges(this.#parts.types, changes));
  }

  async scrub(): Promise<void> {
    this.#mustBeOpen();
    await this.#writes.after(() => this.#parts.collections.scrub());
  }

  async close(): Promise<void> {
    this.#closing ??= this.#writes.after(() => this.#end());
    await this.#closing;
  }

  async #end(): Promise<void> {
    const { collections, lock, log } = this.#parts;
    try {
      await collections.finish();
    } catch (cause) {
      // The journal ends it at the next opening.
      log.error("store-closed-unfinished", cause);
    }
    await lock.release();
  }

  #mustBeOpen(): void {
    if (this.#closing !== undefined) throw new StoreError("the store is closed");
  }
}

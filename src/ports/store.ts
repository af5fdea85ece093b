import type { DocumentType } from "../model/document-type.ts";

/** One step of an atomic write. Build them with `put` and `remove`. */
export interface Change {
  readonly collection: string;
  readonly id: string;
  /** The document as JSON text, or undefined to delete it. */
  readonly json: string | undefined;
}

/** Where conversations and the rest are kept: small collections of JSON documents. */
export interface Store {
  /** @throws StoreError when the document does not fit its type */
  get<T>(type: DocumentType<T>, id: string): Promise<T | undefined>;
  /**
   * Every document of a type with its id, oldest written first; given some names, only those whose id or
   * JSON text holds one of them: the others are not even read.
   */
  list<T>(
    type: DocumentType<T>,
    names?: readonly string[],
  ): Promise<readonly { id: string; document: T }[]>;
  /**
   * All of the changes or none of them; durable once the promise resolves.
   * Later changes of one document win.
   */
  write(changes: readonly Change[]): Promise<void>;
  /** Makes what was deleted unreadable in every generation the store keeps on disk. */
  scrub(): Promise<void>;
  /** Waits for writes under way and lets another process open the store. */
  close(): Promise<void>;
}

/** The change that stores a document under an id. */
export function put<T>(type: DocumentType<T>, id: string, document: T): Change {
  return { collection: type.collection, id, json: JSON.stringify(document) };
}

/** The change that deletes a document; deleting what is not there is no fault. */
export function remove<T>(type: DocumentType<T>, id: string): Change {
  return { collection: type.collection, id, json: undefined };
}

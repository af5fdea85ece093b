import type { DocumentType } from "../model/document-type.ts";
import { StoreError } from "../model/errors.ts";
import type { Change } from "../ports/store.ts";

/** The documents of a collection as JSON text by id, first inserted first. */
export type Documents = ReadonlyMap<string, string>;

/** The documents after some changes: the same map when they change nothing. */
export function applyChanges(documents: Documents, changes: readonly Change[]): Documents {
  let next: Map<string, string> | undefined;
  for (const { id, json } of changes) {
    if ((next ?? documents).get(id) === json) continue;
    next ??= new Map(documents);
    if (json === undefined) next.delete(id);
    else next.set(id, json);
  }
  return next ?? documents;
}

/** Changes documents in place, whatever their number. */
export function changeDocuments(documents: Map<string, string>, changes: readonly Change[]): void {
  for (const { id, json } of changes) {
    if (json === undefined) documents.delete(id);
    else documents.set(id, json);
  }
}

/** @throws StoreError when the document does not fit its type */
export function getDocument<T>(
  type: DocumentType<T>,
  documents: Documents,
  id: string,
): T | undefined {
  const json = documents.get(id);
  return json === undefined ? undefined : readDocument(type, id, json);
}

/** @throws StoreError when one of the documents does not fit the type */
export function listDocuments<T>(
  type: DocumentType<T>,
  documents: Documents,
  names?: readonly string[],
): readonly { id: string; document: T }[] {
  const found = names
    ? [...documents].filter((entry) =>
        entry.some((text) => names.some((name) => text.includes(name))),
      )
    : [...documents];
  return found.map(([id, json]) => ({ id, document: readDocument(type, id, json) }));
}

/** Which document a message is about: its collection and its id, cut when it is long. */
export function nameOfDocument(collection: string, id: string): string {
  return `${collection} ${JSON.stringify(id.length > 120 ? `${id.slice(0, 120)}…` : id)}`;
}

function readDocument<T>(type: DocumentType<T>, id: string, json: string): T {
  try {
    return type.read(JSON.parse(json));
  } catch (cause) {
    // It cannot be opened, and says so.
    if (cause instanceof StoreError) throw cause;
    // Without its cause: what a reader throws may quote the document, and documents hold what people wrote.
    throw new StoreError(
      `the document ${nameOfDocument(type.collection, id)} does not fit version ${type.version} of its type: restore a backup, or delete this document`,
    );
  }
}

import { StoreError } from "../model/errors.ts";
import type { CollectionType } from "./collection-types.ts";
import { nameOfDocument } from "./documents.ts";

/** A document as it was found in a file. */
export interface FoundDocument {
  readonly id: string;
  readonly document: unknown;
  /** Version of its type when it was written, at most the type's. */
  readonly version: number;
}

/**
 * The JSON text of a document brought to its type's version.
 * @throws StoreError when a migration fails
 */
export function migrateDocument(type: CollectionType, found: FoundDocument): string {
  let migrated = found.document;
  try {
    for (const migration of type.migrations.slice(found.version - 1))
      migrated = migration(migrated);
    return textOf(migrated);
  } catch {
    // Without its cause, which may quote the document.
    throw new StoreError(
      `the document ${nameOfDocument(type.collection, found.id)} cannot be migrated from version ${found.version} to ${type.version}: go back to the former Passerelle, or restore a backup. Nothing was changed.`,
    );
  }
}

/** @throws TypeError for undefined, a function or a symbol, which JSON cannot say */
function textOf(value: unknown): string {
  const text: unknown = JSON.stringify(value);
  if (typeof text !== "string") throw new TypeError("not JSON");
  return text;
}

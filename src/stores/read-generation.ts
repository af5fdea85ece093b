import { StoreError } from "../model/errors.ts";
import type { CollectionType } from "./collection-types.ts";
import type { Disk } from "./disk.ts";
import type { Documents } from "./documents.ts";
import { decodeEnvelope } from "./envelope.ts";
import { errorCode } from "./error-code.ts";
import { migrateDocument } from "./migrate-document.ts";

/** A collection as one of the store's writes left it. */
export interface Generation {
  /** Number of that write, from 1 over the whole folder; 0 before any. */
  readonly generation: number;
  readonly documents: Documents;
}

/** A file of a collection, looked at. */
export type FoundGeneration =
  | { readonly kind: "sound"; readonly text: string; readonly content: Generation }
  | { readonly kind: "absent" | "damaged"; readonly why: string };

/**
 * Reads one file of a collection, its documents migrated to their type's version.
 * @throws StoreError when a newer Passerelle wrote it, a migration fails, or the file may not be read
 */
export async function readGeneration(
  disk: Disk,
  path: string,
  type: CollectionType,
): Promise<FoundGeneration> {
  const text = await readText(disk, path);
  if (typeof text !== "string") return text;
  const decoded = decodeEnvelope(text, type.version);
  if (decoded.kind === "newer") throw newerFault(path, decoded.version, type.version);
  if (decoded.kind === "damaged") return decoded;
  const documents = new Map<string, string>();
  for (const entry of decoded.entries) {
    if (!isPair(entry)) return { kind: "damaged", why: "an entry is not an id and a document" };
    const [id, document] = entry;
    documents.set(id, migrateDocument(type, { id, document, version: decoded.version }));
  }
  return { kind: "sound", text, content: { generation: decoded.generation, documents } };
}

/** What to say when a file is of a version this Passerelle does not know. */
export function newerFault(what: string, found: number, known: number): StoreError {
  return new StoreError(
    `${what} was written by a newer version of Passerelle (data version ${found}, this one knows ${known}): update Passerelle, or restore the backup made before the update. Nothing was changed.`,
  );
}

async function readText(disk: Disk, path: string): Promise<string | FoundGeneration> {
  try {
    const text = await disk.read(path);
    return text ?? { kind: "absent", why: "it is missing" };
  } catch (cause) {
    // A bad sector is damage like another; a right we lack is the operator's to give.
    if (errorCode(cause) === "EIO") return { kind: "damaged", why: "the disk cannot read it" };
    throw new StoreError(`${path} cannot be read: give this account the right to read it`, {
      cause,
    });
  }
}

function isPair(entry: unknown): entry is [string, unknown] {
  return Array.isArray(entry) && entry.length === 2 && typeof entry[0] === "string";
}

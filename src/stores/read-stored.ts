import { resolve } from "node:path";
import type { DocumentType } from "../model/document-type.ts";
import { diskFault } from "./data-folder.ts";
import { realDisk } from "./disk.ts";
import { listDocuments } from "./documents.ts";
import { DurableFile } from "./durable-file.ts";

/**
 * Reads one collection of a data folder without taking it: another process may hold it and go on writing. What
 * is read is whole, at worst without the very last write. Changes nothing on disk.
 * @returns none when nothing of the kind was ever written
 * @throws StoreError when the file cannot be made sense of
 */
export async function readStored<T>(
  folder: string,
  type: DocumentType<T>,
): Promise<readonly { readonly id: string; readonly document: T }[]> {
  const path = resolve(folder);
  try {
    const found = await new DurableFile({ path, disk: realDisk }, type).read();
    return found ? listDocuments(type, found.documents) : [];
  } catch (cause) {
    throw diskFault(path, cause);
  }
}

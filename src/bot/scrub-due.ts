import type { StoredDocuments } from "../model/stored-documents.ts";
import { put, type Change } from "../ports/store.ts";

/** The change that says erased data may still be readable in an older generation: it is scrubbed at the next tick. */
export function scrubDue({ scrubDue: due }: Pick<StoredDocuments, "scrubDue">, now: Date): Change {
  return put(due, "scrub", { at: now.toISOString() });
}

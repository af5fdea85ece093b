import type { StoredDocuments } from "../../../model/stored-documents.ts";
import { isPurgeDue } from "../../../privacy/stored-about.ts";
import { put, remove, type Change, type Store } from "../../../ports/store.ts";

/**
 * What erases a run that was kept long enough. Of one nobody finished, it stays known at which question it was
 * left, and nothing else: counted once, whether it was paused, stopped or forgotten. Nothing stays of what a
 * person erases.
 */
export async function leavingRun(
  id: string,
  now: Date,
  { store, documents }: { store: Pick<Store, "get">; documents: StoredDocuments },
): Promise<readonly Change[]> {
  const { diagnosticRuns, leftRuns } = documents;
  const run = await store.get(diagnosticRuns, id);
  if (!run || !isPurgeDue(diagnosticRuns, run, now)) return [];
  const erased = remove(diagnosticRuns, id);
  if (run.state === "completed") return [erased];
  const month = `${now.toISOString().slice(0, 7)}-01T00:00:00.000Z`;
  const left = { question: run.pending?.question, path: run.path, month };
  // Its id says nothing of anybody, and with the run it is of nothing any more.
  return [erased, put(leftRuns, id, left)];
}

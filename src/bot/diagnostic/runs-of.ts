import type { DiagnosticRun } from "../../model/diagnostic-run.ts";
import type { DocumentType } from "../../model/document-type.ts";
import type { Store } from "../../ports/store.ts";

/** The runs of one person that are kept, with their ids, oldest written first. @param person see `personKey` */
export async function runsOf(
  person: string,
  store: Pick<Store, "list">,
  runs: DocumentType<DiagnosticRun>,
): Promise<readonly { readonly id: string; readonly document: DiagnosticRun }[]> {
  // As it stands in JSON text: a key holds quotation marks.
  const name = JSON.stringify(person).slice(1, -1);
  const found = await store.list(runs, [name]);
  return found.filter(({ document }) => document.owner === person);
}

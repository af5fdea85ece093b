import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { remove, type Change } from "../../../ports/store.ts";
import type { DiagnosticsParts } from "../diagnostics.ts";
import { rowKey } from "./due-of-run.ts";

/** What takes away the reminders and the questions about these runs that did not go out yet. */
export async function withoutWaitingRows(
  runs: readonly DiagnosticRun[],
  { store, knowledge }: Pick<DiagnosticsParts, "store" | "knowledge">,
): Promise<readonly Change[]> {
  const { outbox } = knowledge().documents;
  const keys = runs.flatMap((run) => [
    rowKey(run, { kind: "remind" }),
    rowKey(run, { kind: "ask", occasion: "one-month" }),
    rowKey(run, { kind: "ask", occasion: "three-months" }),
  ]);
  const found = await Promise.all(
    keys.map(async (key) => ({ key, row: await store.get(outbox, key) })),
  );
  return found.flatMap(({ key, row }) => (row ? [remove(outbox, key)] : []));
}

import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { put, remove } from "../../../ports/store.ts";
import type { AboutDiagnostic, Acting } from "../diagnostics.ts";
import { runsOf } from "../runs-of.ts";

/** Takes back what the corrected turn did to runs; what the correction does comes on top. */
export async function undoRun({ who, now, parts, unkept }: Acting): Promise<AboutDiagnostic> {
  const { store, knowledge } = parts;
  const { diagnosticRuns } = knowledge().documents;
  const found = await runsOf(who.person, store, diagnosticRuns);
  const isOfTurn = ({ owner, before }: DiagnosticRun) =>
    owner === who.person && before?.turn === who.turn;
  const changes = found
    .filter(({ document }) => isOfTurn(document))
    .map(({ id, document: { before } }) =>
      before?.run ? put(diagnosticRuns, id, before.run) : remove(diagnosticRuns, id),
    );
  const held = unkept.of(who.person, now);
  if (!held || !isOfTurn(held)) return { changes, drafts: [] };
  const { before } = held;
  const written = () => {
    if (before?.run) unkept.keep(before.run);
    else unkept.forget(who.person);
  };
  return { changes, drafts: [], written };
}

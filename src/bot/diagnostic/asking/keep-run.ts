import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { put } from "../../../ports/store.ts";
import type { ActOf } from "../act-of.ts";
import type { AboutDiagnostic, Acting } from "../diagnostics.ts";
import { keepVersion } from "../keep-version.ts";
import { withoutWaitingRows } from "../later/waiting-rows.ts";
import { saidInAfter } from "./said-in.ts";

/** Keeps a run as it is now, where it was kept: on disk or in memory, with what a correction takes back. */
export async function keepRun(
  { run }: ActOf<"keep-run">,
  { who, now, parts, unkept }: Acting,
): Promise<AboutDiagnostic> {
  const { store, knowledge } = parts;
  const { diagnosticRuns } = knowledge().documents;
  const held = unkept.of(who.person, now);
  const isUnkept = held?.id === run.id;
  const stored = isUnkept ? held : await store.get(diagnosticRuns, run.id);
  // Erased meanwhile: it does not come back.
  if (!stored) return { changes: [], drafts: [] };
  const saidIn = saidInAfter(run, stored, who.turn);
  const kept = { ...run, saidIn, before: beforeOf(run, stored, who.turn) };
  if (isUnkept) return { changes: [], drafts: [], written: () => unkept.keep(kept) };
  // Gone on with before its reminder went out: there is nothing to remind of any more.
  const isTakenUp = stored.state === "paused" && stored.updatedAt !== run.updatedAt;
  const waiting = isTakenUp ? await withoutWaitingRows([stored], parts) : [];
  // A finished run that is touched is kept anew, and so is what it was answered on.
  const version = run.state === "completed" ? await keepVersion(run.version, now, parts) : [];
  return { changes: [put(diagnosticRuns, run.id, kept), ...version, ...waiting], drafts: [] };
}

/** What was set aside goes for good when a run is completed: no earlier state of it stays. */
function beforeOf(
  run: DiagnosticRun,
  stored: DiagnosticRun,
  turn: string,
): DiagnosticRun["before"] {
  if (run.state === "completed" && stored.state !== "completed") return undefined;
  const { before, ...earlier } = stored;
  // Within one turn, or its correction, the state before it is the one that counts.
  return before?.turn === turn ? before : { turn, run: earlier };
}

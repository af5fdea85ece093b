import { put } from "../../../ports/store.ts";
import type { ActOf } from "../act-of.ts";
import { ID_LENGTH } from "../asking/begin-run.ts";
import { begunAt } from "../asking/begun-at.ts";
import type { AboutDiagnostic, Acting } from "../diagnostics.ts";
import { keepVersion } from "../keep-version.ts";
import { runsOf } from "../runs-of.ts";

/** Begins a run that asks some questions of an earlier one again; its questionnaire is kept as long as it is. */
export async function beginAgain(
  { run }: ActOf<"ask-again">,
  { who, now, parts }: Acting,
): Promise<AboutDiagnostic> {
  const { store, knowledge, newCode } = parts;
  const { documents } = knowledge();
  const id = newCode(ID_LENGTH);
  const found = await runsOf(who.person, store, documents.diagnosticRuns);
  const others = found.map(({ document }) => document);
  const before = { turn: who.turn };
  const begun = { ...run, id, owner: who.person, before, startedAt: begunAt(others, now) };
  return {
    changes: [
      ...(await keepVersion(run.version, now, parts)),
      put(documents.diagnosticRuns, id, begun),
    ],
    drafts: [],
  };
}

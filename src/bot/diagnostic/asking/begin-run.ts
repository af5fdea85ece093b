import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { put, type Change } from "../../../ports/store.ts";
import type { ActOf } from "../act-of.ts";
import { begunAt } from "./begun-at.ts";
import type { AboutDiagnostic, Acting } from "../diagnostics.ts";
import { keepVersion } from "../keep-version.ts";
import { lastingMarks } from "../result/lasting-marks.ts";
import { newRun } from "./new-run.ts";
import { runsOf } from "../runs-of.ts";
import { readVersion } from "../view-of.ts";

/** So many letters and digits that nobody guesses the id of a run. */
export const ID_LENGTH = 20;

/** Begins a run: what was under way is stopped, and the questionnaire is kept as it is today. */
export async function beginRun(
  { path, isUnkept, group, version: wanted }: ActOf<"begin-run">,
  { who, now, parts, unkept }: Acting,
): Promise<AboutDiagnostic> {
  const { store, knowledge, newCode } = parts;
  const { documents, library } = knowledge();
  const asked = wanted === undefined ? undefined : await readVersion(wanted, parts);
  const questionnaire = asked ?? library.questionnaire;
  const found = await runsOf(who.person, store, documents.diagnosticRuns);
  const runs = found.map(({ document }) => document);
  const run: DiagnosticRun = {
    ...newRun({ path, language: who.language, group }, questionnaire, now),
    id: newCode(ID_LENGTH),
    owner: who.person,
    before: { turn: who.turn },
    startedAt: begunAt(runs, now),
    setAside: lastingMarks(runs),
  };
  if (isUnkept) return { changes: [], drafts: [], written: () => unkept.keep(run) };
  const stopped = found.flatMap(({ id, document }): Change[] => {
    const isUndone = who.isCorrection && document.before?.turn === who.turn;
    const left = isUndone ? document.before.run : document;
    const isUnderWay = left?.state === "asking" || left?.state === "paused";
    if (!isUnderWay || left.owner !== who.person) return [];
    return [put(documents.diagnosticRuns, id, { ...left, state: "stopped", remindAt: undefined })];
  });
  return {
    changes: [
      ...stopped,
      ...(await keepVersion(questionnaire.version, now, parts)),
      put(documents.diagnosticRuns, run.id, run),
    ],
    drafts: [],
    written: () => unkept.forget(who.person),
  };
}

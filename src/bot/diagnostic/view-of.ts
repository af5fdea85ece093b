import { diagnosticRunType, type DiagnosticRun } from "../../model/diagnostic-run.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import { isPurgeDue } from "../../privacy/stored-about.ts";
import type { Knowledge } from "../knowledge.ts";
import type { DiagnosticsParts } from "./diagnostics.ts";
import type { DiagnosticView } from "./diagnostic-view.ts";
import { runsOf } from "./runs-of.ts";

/** Whose diagnostics, and when. */
export interface ViewWanted {
  /** See `personKey`. */
  readonly person: string;
  readonly now: Date;
  /** Names the turn that is corrected: what it did to a run is not seen. */
  readonly corrects?: string | undefined;
  /** The run of theirs that is in memory alone. */
  readonly unkept: DiagnosticRun | undefined;
}

/** What is known of somebody's diagnostics, with the questionnaires they were taken on. */
export async function viewOf(
  { person, now, corrects, unkept }: ViewWanted,
  { store, knowledge }: Pick<DiagnosticsParts, "store" | "knowledge">,
): Promise<DiagnosticView> {
  const { documents, library } = knowledge();
  const found = await runsOf(person, store, documents.diagnosticRuns);
  const kept = found
    .map(({ document }) => document)
    .filter((run) => run.owner === person && !isPurgeDue(diagnosticRunType, run, now));
  const theirs = [...kept, ...(unkept ? [unkept] : [])]
    .flatMap((run) => asBefore(run, corrects))
    .toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  const run = theirs.at(-1);
  const earlier = theirs
    .slice(0, -1)
    .filter(({ state }) => state === "completed")
    .toReversed();
  const versions = [...new Set([...(run ? [run] : []), ...earlier].map(({ version }) => version))];
  const read = await Promise.all(
    versions.map(
      async (version) => [version, await readVersion(version, { store, knowledge })] as const,
    ),
  );
  const others = new Map(
    read.flatMap(([version, questionnaire]) =>
      questionnaire ? [[version, questionnaire] as const] : [],
    ),
  );
  const own = run && others.get(run.version);
  return {
    run,
    isUnkept: unkept !== undefined && run?.id === unkept.id,
    isUnreadable: run !== undefined && own === undefined,
    earlier,
    questionnaire: own ?? library.questionnaire,
    others,
  };
}

/** A run as it stood before the turn that is corrected; not at all where that turn began it. */
function asBefore(run: DiagnosticRun, corrects: string | undefined): readonly DiagnosticRun[] {
  const { before } = run;
  if (corrects === undefined || before?.turn !== corrects) return [run];
  return before.run ? [before.run] : [];
}

/** The questionnaire of a version; undefined where it is gone or can no longer be read. */
export async function readVersion(
  version: string,
  { store, knowledge }: { store: DiagnosticsParts["store"]; knowledge: () => Knowledge },
): Promise<Questionnaire | undefined> {
  const { documents, library } = knowledge();
  if (version === library.questionnaire.version) return library.questionnaire;
  try {
    return (await store.get(documents.questionnaires, version))?.questionnaire;
  } catch {
    // An older form of it that cannot be read any more: the person is told, and may start again.
    return undefined;
  }
}

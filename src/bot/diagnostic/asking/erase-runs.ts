import { say } from "../../../model/reply.ts";
import { erasureOf } from "../../../privacy/stored-about.ts";
import { scrubDue } from "../../scrub-due.ts";
import type { ActOf } from "../act-of.ts";
import type { AboutDiagnostic, Acting } from "../diagnostics.ts";
import { withoutWaitingRows } from "../later/waiting-rows.ts";
import { runsOf } from "../runs-of.ts";

/**
 * Erases all that is kept of somebody's diagnostics, codes to answer together and messages that wait to be sent
 * too, and says so.
 */
export async function eraseRuns(
  _act: ActOf<"erase-runs">,
  { who, now, parts }: Acting,
): Promise<AboutDiagnostic> {
  const { store, knowledge } = parts;
  const { documents, kinds: all, tell } = knowledge();
  const theirs = [documents.diagnosticRuns, documents.diagnosticGroups];
  const kinds = all.filter(({ collection }) =>
    theirs.some((kind) => kind.collection === collection),
  );
  const changes = await erasureOf(who.person, store, kinds);
  const runs = await runsOf(who.person, store, documents.diagnosticRuns);
  const waiting = await withoutWaitingRows(
    runs.map(({ document }) => document),
    parts,
  );
  return {
    changes: [...changes, ...waiting, scrubDue(documents, now)],
    drafts: [say(tell(who.language)("dq-erased"))],
  };
}

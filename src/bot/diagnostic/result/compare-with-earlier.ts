import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { Acting } from "../diagnostics.ts";
import { tellComparison } from "./tell-comparison.ts";
import { viewOf } from "../view-of.ts";

/** What changed since the run finished before this one; nothing where there is none that can still be read. */
export async function compareWithEarlier(
  run: DiagnosticRun,
  { who, now, parts, unkept }: Acting,
): Promise<readonly ReplyDraft[]> {
  const { library, settings, tell } = parts.knowledge();
  const { person, language } = who;
  const view = await viewOf({ person, now, unkept: unkept.of(person, now) }, parts);
  const before = view.earlier.find(({ id }) => id !== run.id);
  const asked = before && view.others.get(before.version);
  if (!before || !asked) return [];
  const questionnaire = view.others.get(run.version) ?? library.questionnaire;
  const telling = { tell: tell(language), language, timeZone: settings.timeZone };
  const words = tellComparison(
    { run: before, questionnaire: asked },
    { run, questionnaire },
    telling,
  );
  return [say(words)];
}

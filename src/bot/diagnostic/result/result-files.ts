import { formatDay } from "../../../answers/format-day.ts";
import { compareRuns } from "../../../diagnostic/compare-runs.ts";
import type { ReportSource } from "../../../diagnostic/report-source.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { DiagnosticView } from "../diagnostic-view.ts";
import type { Acting } from "../diagnostics.ts";
import { showResult, type ShownResult } from "./shown-result.ts";
import { viewOf } from "../view-of.ts";
import { localDay } from "../../../workshops/workshop-time.ts";

/** A result with all that its files are made from. */
export interface ResultInHand {
  readonly shown: ShownResult;
  readonly source: ReportSource;
}

/** The result of a run, as it is told and as its files are made. */
export async function resultInHand(
  run: DiagnosticRun,
  { who, now, parts, unkept }: Acting,
): Promise<ResultInHand> {
  const knowledge = parts.knowledge();
  const { person, language } = who;
  const view = await viewOf({ person, now, unkept: unkept.of(person, now) }, parts);
  const questionnaire = view.others.get(run.version) ?? knowledge.library.questionnaire;
  const shown = showResult({ run, questionnaire, knowledge, language, now });
  const { scores, advice } = shown.telling.result;
  const previous = previousOf({ ...view, run, questionnaire });
  const source: ReportSource = {
    questionnaire,
    run,
    scores,
    advice,
    language,
    tell: knowledge.tell(language),
    sayDay: (day) => formatDay(day, language),
    day: localDay(new Date(run.completedAt ?? run.updatedAt), knowledge.settings.timeZone),
    ...(previous && { previous }),
  };
  return { shown, source };
}

/** The run before, on the questions answered both times. */
function previousOf({
  run,
  questionnaire,
  earlier,
  others,
}: DiagnosticView): ReportSource["previous"] {
  const before = earlier.find(({ id }) => id !== run?.id);
  const asked = before && others.get(before.version);
  if (!run || !before || !asked) return undefined;
  const { dimensions } = compareRuns(
    { ...before, questionnaire: asked },
    { ...run, questionnaire },
  );
  if (dimensions.every((one) => one.before === undefined)) return undefined;
  return {
    dimensions: dimensions.map(({ id, before: score }) => ({
      id,
      score,
      coverage: score === undefined ? 0 : 1,
      isConcerned: true,
    })),
  };
}

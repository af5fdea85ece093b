import { dueAfter, usualDelay } from "../../../diagnostic/due-day.ts";
import { recommend } from "../../../diagnostic/recommend.ts";
import type { DiagnosticRun, RoadmapLine, StepState } from "../../../model/diagnostic-run.ts";
import type { Questionnaire, Recommendation } from "../../../model/questionnaire.ts";
import type { TurnContext } from "../../turn-context.ts";
import { occasionAsked } from "./follow-up-times.ts";

/** A finished run with the steps that came of it. */
export interface Followed {
  readonly run: DiagnosticRun;
  readonly questionnaire: Questionnaire;
  /** In the order they are told, numbered from 1. */
  readonly lines: readonly RoadmapLine[];
}

/** The run whose steps somebody speaks of: the one they were asked about or, when none was, the last finished. */
export function followedRun({
  diagnostic,
  now,
  knowledge,
}: Pick<TurnContext, "diagnostic" | "now" | "knowledge">): Followed | undefined {
  if (!diagnostic) return undefined;
  const { run, earlier, questionnaire, others, isUnkept } = diagnostic;
  const finished = [...(run && !isUnkept ? [run] : []), ...earlier].filter(
    ({ state }) => state === "completed",
  );
  const found = finished.find((one) => occasionAsked(one, now) !== undefined) ?? finished[0];
  if (!found) return undefined;
  const own =
    others.get(found.version) ??
    (found.version === questionnaire.version ? questionnaire : knowledge.library.questionnaire);
  return { run: found, questionnaire: own, lines: linesOf(found, own) };
}

/** The steps of a run: its roadmap or, where none was drawn up, what was advised for now. */
export function linesOf(run: DiagnosticRun, questionnaire: Questionnaire): readonly RoadmapLine[] {
  if (run.roadmap) return run.roadmap;
  const by = dueAfter((run.completedAt ?? run.updatedAt).slice(0, 10), usualDelay.now);
  return recommend(questionnaire, run).now.map(({ recommendation: { id } }) => ({
    recommendation: id,
    by,
    state: "to-do",
  }));
}

/** Whether there is still something to do about a line. */
function isOpen({ state }: RoadmapLine): boolean {
  return state !== "done" && state !== "given-up";
}

/** What a line is about; undefined where the questionnaire no longer has it. */
export function adviceOf(
  line: RoadmapLine | undefined,
  questionnaire: Questionnaire,
): Recommendation | undefined {
  return questionnaire.recommendations.find(({ id }) => id === line?.recommendation);
}

/** The lines that can be asked about, with where each stands in the roadmap, from 0. */
export function openLines({
  lines,
  questionnaire,
}: Pick<Followed, "lines" | "questionnaire">): readonly {
  readonly at: number;
  readonly line: RoadmapLine;
  readonly advice: Recommendation;
}[] {
  return lines.flatMap((line, at) => {
    const advice = adviceOf(line, questionnaire);
    return isOpen(line) && advice ? [{ at, line, advice }] : [];
  });
}

const marks: Partial<Record<StepState, DiagnosticRun["setAside"][string]>> = {
  done: "done",
  "given-up": "not-for-us",
};

/** The same run with a line changed; what is done is no longer advised. */
export function withLine(
  { run, lines }: Followed,
  at: number,
  change: Partial<Pick<RoadmapLine, "state" | "by">>,
): DiagnosticRun {
  const roadmap = lines.map((line, position) => (position === at ? { ...line, ...change } : line));
  const recommendation = lines[at]?.recommendation;
  const mark = change.state === undefined ? undefined : marks[change.state];
  const setAside =
    mark && recommendation !== undefined
      ? { ...run.setAside, [recommendation]: mark }
      : run.setAside;
  return { ...run, roadmap, setAside };
}

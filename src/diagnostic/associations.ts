import type { DiagnosticPath, DiagnosticRun } from "../model/diagnostic-run.ts";
import { DAY_MS } from "../model/durations.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import { combineAnswers } from "./combine-answers.ts";
import { firstResultOf } from "./first-result.ts";
import { grouped } from "./grouped.ts";
import { numberedSteps, resultOf } from "./result-of.ts";
import { wishesOf } from "./wishes.ts";

/** What is counted of one association. */
export interface Association {
  /** Département, when one was given. */
  readonly territory: string | undefined;
  /** Score by dimension, 0..100, of those that have one. */
  readonly scores: ReadonlyMap<string, number>;
  /** Ids of the recommendations made to it for now and next. */
  readonly recommendations: readonly string[];
  /** Dimensions it would like to improve first. */
  readonly wishes: readonly string[];
  readonly path: DiagnosticPath;
  /** Minutes from the first question to the result. */
  readonly minutes: number;
  /** With a roadmap: whole days since the first result, and whether a step of it is done. */
  readonly roadmap: { readonly days: number; readonly hasDone: boolean } | undefined;
  /** UTC instant (ISO 8601) the first of what is counted of it was begun. */
  readonly since: string;
}

/** What associations are read from. */
export interface AssociationSource {
  readonly runs: readonly DiagnosticRun[];
  /** By version. */
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  /** Only what was completed before this instant counts, UTC (ISO 8601). */
  readonly until: string;
}

/**
 * The associations that agreed to be counted. People who answered together are one, ever after: it has what
 * those of them who agreed have in common, each by their latest result.
 */
export function associationsOf(source: AssociationSource): readonly Association[] {
  const { runs, until } = source;
  const counted = runs.filter(
    ({ state, isCounted, completedAt }) =>
      state === "completed" &&
      isCounted === true &&
      completedAt !== undefined &&
      completedAt < until,
  );
  const idOf = whoIsOne(runs);
  return [...grouped(counted, ({ owner }) => idOf(owner)).values()].flatMap((theirs) => {
    const since = theirs.map(({ startedAt }) => startedAt).toSorted()[0] ?? until;
    const association = associationFrom(latestOfEach(theirs), source);
    return association ? [{ ...association, since }] : [];
  });
}

/** People who ever named one group answer for one association. @returns a name for it, by person */
function whoIsOne(runs: readonly DiagnosticRun[]): (owner: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    const parent = parents.get(name);
    return parent === undefined || parent === name ? name : rootOf(parent);
  };
  for (const { owner, group } of runs) {
    if (group !== undefined) parents.set(rootOf(`person ${owner}`), rootOf(`group ${group}`));
  }
  return (owner) => rootOf(`person ${owner}`);
}

function latestOfEach(runs: readonly DiagnosticRun[]): readonly DiagnosticRun[] {
  const latest = new Map<string, DiagnosticRun>();
  for (const run of runs.toSorted((one, other) => compare(one.completedAt, other.completedAt))) {
    latest.set(run.owner, run);
  }
  return [...latest.values()];
}

function associationFrom(
  runs: readonly DiagnosticRun[],
  { questionnaires, until }: AssociationSource,
): Omit<Association, "since"> | undefined {
  const last = runs.toSorted((one, other) => compare(one.completedAt, other.completedAt)).at(-1);
  const questionnaire = last && questionnaires.get(last.version);
  if (!last || !questionnaire) return undefined;
  const { path, territory, setAside } = last;
  const same = runs.filter(({ version }) => version === last.version).map((run) => run.answers);
  const { answers } = combineAnswers(questionnaire, path, same);
  const { scores, advice } = resultOf(questionnaire, { path, answers, setAside });
  const { roadmap } = last;
  const { at, minutes } = firstResultOf(last);
  return {
    territory: territory ?? runs.find((run) => run.territory !== undefined)?.territory,
    scores: new Map(
      scores.dimensions.flatMap(({ id, score }) =>
        score === undefined ? [] : [[id, score] as const],
      ),
    ),
    recommendations: numberedSteps(advice).map(({ recommendation }) => recommendation.id),
    wishes: [...wishesOf(questionnaire, answers, []).dimensions],
    path,
    minutes,
    roadmap: roadmap && {
      days: Math.floor((Date.parse(until) - Date.parse(at)) / DAY_MS),
      hasDone: roadmap.some(({ state }) => state === "done"),
    },
  };
}

function compare(one = "", other = ""): number {
  return one < other ? -1 : Number(one > other);
}

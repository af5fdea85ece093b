import type {
  CountOf,
  Figures,
  LevelOf,
  StepsDone,
  TerritoryFigures,
} from "../model/diagnostic-figures.ts";
import { paths, type DiagnosticPath } from "../model/diagnostic-run.ts";
import type { LeftRun } from "../model/left-run.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import type { Association } from "./associations.ts";
import { grouped } from "./grouped.ts";
import {
  FEWEST,
  FEWEST_CROSSED,
  rounded,
  shareableParts,
  shownCount,
  shownMean,
} from "./shareable.ts";

/** What figures are drawn from. */
export interface FigureSource {
  readonly associations: readonly Association[];
  readonly left: readonly LeftRun[];
  readonly questionnaire: Questionnaire;
}

const MOST_RECOMMENDATIONS = 5;

/** Days from which a result is one month old, and three. */
const AGES = [
  { months: 1, days: 30 },
  { months: 3, days: 91 },
] as const;

/** Where associations stand: fixed tables, in which no number is about too few. Source: DIAGNOSTIC.md, 10.3. */
export function figuresOf(source: FigureSource): Figures {
  const { associations, questionnaire } = source;
  const { dimensions, recommendations } = questionnaire;
  return {
    associations: shownCount(associations.length),
    levels: dimensions.map(({ id }) => ({
      dimension: id,
      score: shownMean(scoresIn(id, associations)),
    })),
    territories: territoriesOf(source),
    recommendations: mostFrequent(
      recommendations.map(({ id }) => id),
      associations.map((one) => one.recommendations),
    ).slice(0, MOST_RECOMMENDATIONS),
    wishes: mostFrequent(
      dimensions.map(({ id }) => id),
      associations.map(({ wishes }) => wishes),
    ),
    left: paths.flatMap((path) => leftOn(path, source)),
    stepsDone: AGES.map(({ months, days }) => stepsDoneAfter(months, days, associations)),
    minutes: paths.map((path) => ({ path, median: medianOn(path, associations) })),
  };
}

function scoresIn(dimension: string, associations: readonly Association[]): readonly number[] {
  return associations.flatMap(({ scores }) => scores.get(dimension) ?? []);
}

/** Each territory that may be shown, then its dimensions: those that gave none are a part of each line too. */
function territoriesOf({ associations, questionnaire }: FigureSource): readonly TerritoryFigures[] {
  const parts = [...grouped(associations, ({ territory }) => territory ?? "")].toSorted(
    ([one], [other]) => (one < other ? -1 : 1),
  );
  const counts = parts.map(([, theirs]) => theirs.length);
  const isShown = shareableParts(counts, FEWEST_CROSSED);
  const shownLevels = new Map(
    questionnaire.dimensions.map(({ id }) => {
      const scored = parts.map(([, theirs]) => scoresIn(id, theirs).length);
      // What is hidden as a whole is hidden here too.
      const inTerritory = scored.map((count, index) => (isShown[index] === true ? count : 0));
      const left = scored.reduce((sum, count, at) => sum + (isShown[at] === true ? 0 : count), 0);
      return [id, shareableParts([...inTerritory, left], FEWEST_CROSSED)] as const;
    }),
  );
  return parts.flatMap(([territory, theirs], index) => {
    if (isShown[index] !== true || territory === "") return [];
    const levels: readonly LevelOf[] = questionnaire.dimensions.map(({ id }) => ({
      dimension: id,
      score:
        shownLevels.get(id)?.[index] === true
          ? shownMean(scoresIn(id, theirs), FEWEST_CROSSED)
          : undefined,
    }));
    return [{ territory, associations: rounded(theirs.length), levels }];
  });
}

/** What is counted most, without what too few have: one may have several, so that they have no total. */
function mostFrequent(
  ids: readonly string[],
  had: readonly (readonly string[])[],
): readonly CountOf[] {
  return ids
    .map((id) => ({ id, count: shownCount(had.filter((one) => one.includes(id)).length) }))
    .filter(({ count }) => count !== undefined)
    .toSorted((one, other) => (other.count ?? 0) - (one.count ?? 0));
}

/** Where the runs of a path were left, by question; those of questions that are gone are a part of the line too. */
function leftOn(
  path: DiagnosticPath,
  { left, questionnaire }: FigureSource,
): readonly (CountOf & { readonly path: DiagnosticPath })[] {
  const theirs = left.filter((one) => one.path === path);
  const asked = questionnaire.questions.filter(
    ({ isShort, isAfterResult }) => isAfterResult !== true && (path === "full" || isShort),
  );
  const counts = asked.map(({ id }) => theirs.filter(({ question }) => question === id).length);
  const others = theirs.length - counts.reduce((sum, count) => sum + count, 0);
  const isShown = shareableParts([...counts, others], FEWEST);
  return asked.map(({ id }, at) => ({
    path,
    id,
    count: isShown[at] === true ? rounded(counts[at] ?? 0) : undefined,
  }));
}

function stepsDoneAfter(
  months: StepsDone["months"],
  days: number,
  associations: readonly Association[],
): StepsDone {
  const old = associations.flatMap(({ roadmap }) =>
    roadmap && roadmap.days >= days ? [roadmap] : [],
  );
  const some = old.filter(({ hasDone }) => hasDone).length;
  const counts = [some, old.length - some];
  const [isSomeShown, isNoneShown] = shareableParts(counts, FEWEST);
  return {
    months,
    some: isSomeShown === true ? rounded(some) : undefined,
    none: isNoneShown === true ? rounded(old.length - some) : undefined,
  };
}

function medianOn(path: DiagnosticPath, associations: readonly Association[]): number | undefined {
  const minutes = associations
    .filter((one) => one.path === path)
    .map((one) => one.minutes)
    .toSorted((one, other) => one - other);
  if (minutes.length < FEWEST) return undefined;
  const middle = minutes.slice(
    Math.ceil(minutes.length / 2) - 1,
    Math.floor(minutes.length / 2) + 1,
  );
  return Math.round(middle.reduce((sum, one) => sum + one, 0) / middle.length);
}

import type {
  Figures,
  LevelOf,
  PublishedFigures,
  TerritoryFigures,
} from "../model/diagnostic-figures.ts";
import { finishedDays } from "../model/diagnostic-run.ts";
import { DAY_MS } from "../model/durations.ts";
import type { Association } from "./associations.ts";
import { FEWEST, FEWEST_CROSSED, shareableParts } from "./shareable.ts";

/** What is about to be published, and what it is drawn from. */
export interface FreshFigures extends PublishedFigures {
  readonly associations: readonly Association[];
}

/**
 * Figures in which each mean, and each territory, stays as it was published until enough associations came behind
 * it: else its change would tell what the one newcomer answered. Past the time results are kept, it goes.
 * @param before published last; undefined for none
 */
export function steadyFigures(fresh: FreshFigures, before: PublishedFigures | undefined): Figures {
  if (!before) return fresh.figures;
  const levels = fresh.figures.levels.map((level) => {
    const known = knownLevel(level.dimension, before.figures.levels, before.until, fresh);
    if (!known) return level;
    const { dimension } = level;
    return cameSince(known.until, inDimension(dimension, fresh)) >= FEWEST ? level : known;
  });
  return { ...fresh.figures, levels, territories: territoriesOf(fresh, before) };
}

type Dated<T> = T & { readonly until: string };

/** A territory that was not shown before, or whose newcomers are enough, is as it is now; others as they were. */
function territoriesOf(fresh: FreshFigures, before: PublishedFigures): readonly TerritoryFigures[] {
  const known = new Map(
    before.figures.territories.flatMap((one) => {
      const until = one.until ?? before.until;
      return isTooOld(until, fresh) ? [] : [[one.territory, dated(one, until)] as const];
    }),
  );
  const sinceOf = (territory: string) => known.get(territory)?.until ?? before.until;
  const renewed = renewedAmong(fresh.associations, sinceOf);
  const now = fresh.figures.territories.flatMap((one): readonly TerritoryFigures[] => {
    const { territory } = one;
    const shown = known.get(territory);
    if (!shown) return [one];
    if (!renewed.has(territory)) return [];
    const levels = one.levels.map((level) => {
      const { dimension } = level;
      const old = knownLevel(dimension, shown.levels, shown.until, fresh);
      if (!old) return level;
      const scored = inDimension(dimension, fresh);
      const since = (other: string) => (other === territory ? old.until : sinceOf(other));
      return renewedAmong(scored, since).has(territory) ? level : old;
    });
    return [{ ...one, levels }];
  });
  const isNow = new Set(now.map(({ territory }) => territory));
  const kept = [...known.values()].filter(({ territory }) => !isNow.has(territory));
  return [...now, ...kept].toSorted((one, other) => (one.territory < other.territory ? -1 : 1));
}

/** Territories enough came to, where those who came elsewhere are none or enough too: their sum is known as well. */
function renewedAmong(
  associations: readonly Association[],
  sinceOf: (territory: string) => string,
): ReadonlySet<string> {
  const names = [...new Set(associations.map(({ territory }) => territory ?? ""))];
  const came = names.map((name) =>
    cameSince(
      sinceOf(name),
      associations.filter(({ territory }) => (territory ?? "") === name),
    ),
  );
  const isRenewed = shareableParts(came, FEWEST_CROSSED);
  return new Set(names.filter((_, at) => isRenewed[at] === true));
}

/** A mean as it was published; undefined where none was, or too long ago. */
function knownLevel(
  dimension: string,
  levels: readonly LevelOf[],
  usual: string,
  fresh: FreshFigures,
): Dated<LevelOf> | undefined {
  const known = levels.find((level) => level.dimension === dimension);
  const until = known?.until ?? usual;
  return known?.score === undefined || isTooOld(until, fresh) ? undefined : { ...known, until };
}

function dated(one: TerritoryFigures, until: string): Dated<TerritoryFigures> {
  const levels = one.levels.map((level) => ({ ...level, until: level.until ?? until }));
  return { ...one, levels, until };
}

function isTooOld(known: string, { until }: FreshFigures): boolean {
  return Date.parse(until) - Date.parse(known) > finishedDays * DAY_MS;
}

function inDimension(dimension: string, { associations }: FreshFigures): readonly Association[] {
  return associations.filter(({ scores }) => scores.has(dimension));
}

function cameSince(until: string, associations: readonly Association[]): number {
  return associations.filter(({ since }) => since >= until).length;
}

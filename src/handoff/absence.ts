import type { Absence, Adviser, Directory } from "../model/directory.ts";
import type { Standing } from "../model/standing.ts";

/** Who answers, and what they said in chat since. */
export interface Staff {
  readonly directory: Directory;
  /** By id as stored: `adviser:camille`, `team:saint-exemple`. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** What an adviser said in chat. */
function standingOf(adviser: string, { standings }: Staff): Standing | undefined {
  return standings.get(`adviser:${adviser}`);
}

/** Whether an adviser is away, by the directory or by what they said. @param day `YYYY-MM-DD` where they are */
export function isAway(adviser: string, day: string, staff: Staff): boolean {
  return absenceOn(adviser, day, staff) !== undefined;
}

/** The first day of the absence an adviser is in; undefined when they are there. @param day `YYYY-MM-DD` where they are */
export function awaySince(adviser: string, day: string, staff: Staff): string | undefined {
  return absenceOn(adviser, day, staff)?.from;
}

/** The last day of the absence an adviser is in; undefined when they are there. @param day `YYYY-MM-DD` where they are */
export function awayUntil(adviser: string, day: string, staff: Staff): string | undefined {
  return absenceOn(adviser, day, staff)?.to;
}

/** Whether an adviser takes part at all: known, and not suspended. */
export function takesPart(adviser: string, staff: Staff): boolean {
  return (
    adviserOf(adviser, staff) !== undefined && standingOf(adviser, staff)?.isSuspended !== true
  );
}

/**
 * Who stands in for somebody on a day: the substitute of their substitute where that one is away too.
 * @param day `YYYY-MM-DD` where they are
 * @returns undefined when they are there, when nobody stands in, and when the chain comes back to itself
 */
export function standInFor(adviser: string, day: string, staff: Staff): string | undefined {
  const seen = new Set([adviser]);
  let next = absenceOn(adviser, day, staff)?.substitute;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const absence = absenceOn(next, day, staff);
    if (!absence) return takesPart(next, staff) ? next : undefined;
    next = absence.substitute;
  }
  return undefined;
}

/** What they said last comes before the directory; one that names a substitute, before one that does not. */
function absenceOn(adviser: string, day: string, staff: Staff): Absence | undefined {
  const said = standingOf(adviser, staff)?.absences ?? [];
  const now = [...said.toReversed(), ...(adviserOf(adviser, staff)?.absences ?? [])].filter(
    ({ from, to }) => from <= day && day <= to,
  );
  return now.find(({ substitute }) => substitute !== undefined) ?? now[0];
}

function adviserOf(id: string, { directory }: Staff): Adviser | undefined {
  return directory.advisers.find((adviser) => adviser.id === id);
}

import { samplePlatform, type Coordination, type Team } from "../model/directory.ts";
import { isOpen, type Request } from "../model/request.ts";
import { HOUR_MS } from "../model/durations.ts";
import { takesPart, type Staff } from "./absence.ts";
import { nextOpening, ordinaryHours, workingMs } from "./opening.ts";
import { regionOf } from "./region-of.ts";

/** What routing looks at besides the request. */
export interface Surroundings extends Staff {
  /** Every request there is: how much each team has. */
  readonly others: readonly Request[];
  /** Names of the platforms that teams can be reached on. */
  readonly platforms: readonly string[];
  /** IANA zone of those who did not say where they are. */
  readonly timeZone: string;
  readonly now: Date;
}

/** What of a request routing looks at. */
export type Routed = Pick<Request, "theme" | "territory" | "language"> &
  Partial<Pick<Request, "id" | "notTo" | "number">>;

/** Teams told at once. Two may bear the number 3: the region's, then the national ones. */
export interface Rung {
  readonly rung: 1 | 2 | 3 | 4;
  readonly teams: readonly Team[];
}

/** Open requests of a team above which new ones go one step further. Source: HANDOFF.md, 6. */
const MANY_OPEN = 15;

/** A team opening within so many ordinary working hours is as good as open. Source: HANDOFF.md, 5.2. */
const SOON_MS = 4 * HOUR_MS;

/**
 * Whom to tell, step after step; each team once. What comes after, see `coordinationOf`, then places.
 * Source: HANDOFF.md, 5.2 and 6 (overloaded).
 */
export function rungsOf(request: Routed, around: Surroundings): readonly Rung[] {
  const steps = stepsOf(request, around).map(({ rung, teams }) => ({
    rung,
    teams: teams.flatMap((team) => orFallback(team, request, around)),
  }));
  const stepFor = new Map<Team, number>();
  for (const [index, { teams }] of steps.entries()) {
    for (const team of teams) {
      if (!stepFor.has(team)) stepFor.set(team, index + (isOverloaded(team, around) ? 1 : 0));
    }
  }
  return steps
    .map(({ rung }, step) => ({
      rung,
      teams: byLanguage(
        [...stepFor.keys()].filter((team) => stepFor.get(team) === step),
        request,
      ),
    }))
    .filter(({ teams }) => teams.length > 0);
}

/** The first step that has a team which was never told of it, those told left out. */
export function nextRung(
  request: Routed & Pick<Request, "offers">,
  around: Surroundings,
): Rung | undefined {
  return rungsOf(request, around)
    .map(({ rung, teams }) => ({ rung, teams: teams.filter(({ id }) => !isTold(request, id)) }))
    .find(({ teams }) => teams.length > 0);
}

/** Whom to tell of what waits for a team: those who know it already when it was given back, else the first step. */
export function firstRung(
  request: Routed & Pick<Request, "offers">,
  around: Surroundings,
): Rung | undefined {
  const rungs = rungsOf(request, around);
  const told = rungs.flatMap(({ teams }) => teams.filter(({ id }) => isTold(request, id)));
  const [first] = rungs;
  return first && told.length > 0 ? { rung: first.rung, teams: told } : first;
}

/** Who is told when no team answers: of the territory, else of the nation; undefined where nobody can be. */
export function coordinationOf(
  { territory }: Pick<Request, "territory">,
  around: Pick<Surroundings, "directory" | "platforms">,
): Coordination | undefined {
  const reachable = around.directory.coordinations.filter(({ room }) =>
    isOnOurs(room.platform, around),
  );
  return (
    reachable.find(
      ({ territories }) => territory !== undefined && territories.includes(territory),
    ) ?? reachable.find(({ territories }) => territories.includes("national"))
  );
}

/** Whether a team takes no more: it said so, or has more than 15 open. */
export function isOverloaded(
  { id }: Pick<Team, "id">,
  { standings, others }: Pick<Surroundings, "standings" | "others">,
): boolean {
  if (standings.get(`team:${id}`)?.isOverloaded === true) return true;
  return others.filter((request) => request.team === id && isOpen(request)).length > MANY_OPEN;
}

/** Whether a team can be told anything, and somebody there may answer. */
export function isReachable(team: Team, around: Surroundings): boolean {
  return (
    isOnOurs(team.room.platform, around) &&
    team.advisers.some((adviser) => takesPart(adviser, around)) &&
    nextOpening(team.hours, around.now) !== undefined
  );
}

/** A sample directory never reaches a real room. */
function isOnOurs(
  platform: string,
  { directory, platforms }: Pick<Surroundings, "directory" | "platforms">,
): boolean {
  return platforms.includes(platform) && (!directory.isSample || platform === samplePlatform);
}

function stepsOf({ theme, territory }: Routed, around: Surroundings): readonly Rung[] {
  const { teams } = around.directory;
  const here = teams.filter(
    (team) => territory !== undefined && team.territories.includes(territory),
  );
  const region = territory === undefined ? [] : regionOf(territory);
  const nearby = teams.filter((team) => team.territories.some((code) => region.includes(code)));
  const national = teams.filter((team) => team.territories.includes("national"));
  const isSpecialist = (team: Team) => theme !== undefined && team.themes.includes(theme);
  // A team without themes is of all.
  const mayHelp = (team: Team) => isSpecialist(team) || team.themes.length === 0;
  return [
    { rung: 1, teams: here.filter((team) => isSpecialist(team) && isSoonOpen(team, around.now)) },
    { rung: 2, teams: here.filter(mayHelp) },
    { rung: 3, teams: nearby.filter(isSpecialist) },
    // Where they did not say where they are, a team of anywhere is better than nobody.
    {
      rung: 3,
      teams:
        territory === undefined
          ? [...national, ...teams].filter(mayHelp)
          : national.filter(mayHelp),
    },
    { rung: 4, teams: [] },
  ];
}

/** Its own hours say nothing of how long a night is: ordinary ones are counted, where the team is. */
function isSoonOpen({ hours }: Team, now: Date): boolean {
  const opening = nextOpening(hours, now);
  if (!opening) return false;
  return workingMs(ordinaryHours(hours.timeZone, hours.holidaysOf), now, opening) <= SOON_MS;
}

/** The team, or who stands in where it cannot be told; none where the chain ends or comes back to itself. */
function orFallback(team: Team, request: Routed, around: Surroundings): readonly Team[] {
  const seen = new Set<string>();
  let next: Team | undefined = team;
  while (next && !seen.has(next.id)) {
    seen.add(next.id);
    const { id, fallbackTeam }: Team = next;
    if (request.notTo?.includes(id) !== true && isReachable(next, around)) return [next];
    next = around.directory.teams.find((other) => other.id === fallbackTeam);
  }
  return [];
}

function byLanguage(teams: readonly Team[], { language }: Routed): readonly Team[] {
  return [
    ...teams.filter((team) => team.language === language),
    ...teams.filter((team) => team.language !== language),
  ];
}

function isTold({ offers }: Pick<Request, "offers">, team: string): boolean {
  return offers.some((offer) => offer.team === team);
}

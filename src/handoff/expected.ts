import type { OpeningHours, Team } from "../model/directory.ts";
import { DAY_MS } from "../model/durations.ts";
import type { Request } from "../model/request.ts";
import { coordinationOf, isOverloaded, rungsOf, type Routed, type Surroundings } from "./ladder.ts";
import {
  addWorkingMs,
  closesAt,
  isOpenAt,
  nextOpening,
  ordinaryHours,
  workingDayMs,
  workingMs,
} from "./opening.ts";

/** What may honestly be said of an answer, before it is asked for. */
export type Expected =
  /** Nobody can be told anything: it is not proposed. */
  | { readonly kind: "nobody" }
  /** No team, but the coordinators of the territory. */
  | { readonly kind: "coordinators" }
  | {
      readonly kind: "teams";
      /** Those told first. */
      readonly teams: readonly Team[];
      /** How many wait for the same teams already. */
      readonly before: number;
      /** Working days it took of late, rounded up; undefined for "a few days": fewer than 5 cases tell. */
      readonly workingDays: number | undefined;
      /** When an answer may be expected at the latest by that: a closing time; undefined where nothing tells. */
      readonly by: Date | undefined;
      /** When one of the teams told first is there next; undefined when one is there now. */
      readonly opensAt: Date | undefined;
      /** Nobody of any step is there for days (August, Christmas): until when. */
      readonly closedUntil: Date | undefined;
      /** Those one would have thought of have too much: it goes to others, or waits longer. */
      readonly isOverloaded: boolean;
    };

/** What may be said of how long an answer takes. Source: HANDOFF.md, 2. */
export function expectedAnswer(request: Routed, around: Surroundings): Expected {
  const rungs = rungsOf(request, around);
  const [first] = rungs;
  if (!first) return { kind: coordinationOf(request, around) ? "coordinators" : "nobody" };
  const { teams } = first;
  const workingDays = usualDays(request, around);
  return {
    kind: "teams",
    teams,
    before: around.others.filter((other) => isBefore(other, request, teams)).length,
    workingDays,
    by:
      workingDays === undefined
        ? undefined
        : soonest(teams, ({ hours }) => closingAfter(hours, around.now, workingDays)),
    opensAt: teams.some(({ hours }) => isOpenAt(hours, around.now))
      ? undefined
      : soonest(teams, ({ hours }) => nextOpening(hours, around.now)),
    closedUntil: longClosedUntil(
      rungs.flatMap((rung) => rung.teams),
      around.now,
    ),
    isOverloaded: teams.some((team) => isOverloaded(team, around)),
  };
}

/** Fewer cases than that say nothing. */
const FEWEST_CASES = 5;
const TOLD_BY_MS = 30 * DAY_MS;

/** The median of the last 30 days for a theme and a territory, in working days of who answered, rounded up. */
function usualDays(
  { theme, territory }: Routed,
  { others, directory, timeZone, now }: Surroundings,
): number | undefined {
  const days = others
    .filter(
      (other) => other.theme === theme && other.territory === territory && isRecent(other, now),
    )
    .flatMap(({ firstReplyWorkingMs, team: id }) => {
      if (firstReplyWorkingMs === undefined) return [];
      const team = directory.teams.find((one) => one.id === id);
      return [firstReplyWorkingMs / workingDayMs(team?.hours ?? ordinaryHours(timeZone))];
    })
    .toSorted((one, other) => one - other);
  if (days.length < FEWEST_CASES) return undefined;
  const middle =
    ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.floor(days.length / 2)] ?? 0)) / 2;
  return Math.max(1, Math.ceil(middle));
}

function isRecent({ firstReplyAt }: Request, now: Date): boolean {
  if (firstReplyAt === undefined) return false;
  const age = now.getTime() - Date.parse(firstReplyAt);
  return age >= 0 && age <= TOLD_BY_MS;
}

/** Not taken yet, and told to one of the same teams, or about to be. */
function isBefore(
  other: Request,
  { id, theme, territory, number = 0 }: Routed,
  teams: readonly Team[],
): boolean {
  if (other.id === id || (other.state.kind !== "queued" && other.state.kind !== "offered"))
    return false;
  // Who came later is behind; before a draft is everybody.
  if (number > 0 && other.number > number) return false;
  if (other.offers.length === 0) return other.theme === theme && other.territory === territory;
  return other.offers.some((offer) => teams.some((team) => team.id === offer.team));
}

/** The closing time of the working day an answer may be expected on. */
function closingAfter(hours: OpeningHours, now: Date, days: number): Date | undefined {
  const at = addWorkingMs(hours, now, days * workingDayMs(hours));
  return at && (closesAt(hours, at) ?? at);
}

/** Ordinary working days without anybody that are worth saying beforehand. */
const LONG_CLOSED_DAYS = 2;

function longClosedUntil(teams: readonly Team[], now: Date): Date | undefined {
  const opening = soonest(teams, ({ hours }) => nextOpening(hours, now));
  const [team] = teams;
  if (!opening || !team) return undefined;
  const ordinary = ordinaryHours(team.hours.timeZone, team.hours.holidaysOf);
  const closed = workingMs(ordinary, now, opening);
  return closed > LONG_CLOSED_DAYS * workingDayMs(ordinary) ? opening : undefined;
}

function soonest(teams: readonly Team[], when: (team: Team) => Date | undefined): Date | undefined {
  const dates = teams.flatMap((team) => when(team) ?? []);
  return dates.toSorted((one, other) => one.getTime() - other.getTime())[0];
}

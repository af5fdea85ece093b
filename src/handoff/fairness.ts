import type { Adviser, OpeningHours, Team } from "../model/directory.ts";
import { holderOf, isOpen, type Request } from "../model/request.ts";
import { dayOf, wallTimeAt } from "../workshops/wall-time.ts";
import { isAway, takesPart } from "./absence.ts";
import type { Surroundings } from "./ladder.ts";
import { isOpenAt } from "./opening.ts";

/** Why somebody may not take a request. */
export type WhyNot =
  /** Not an adviser, or suspended. */
  | "takes-no-part"
  /** None of their teams was told of it. */
  | "not-their-team"
  /** They took it and gave it back twice. Source: HANDOFF.md, 5.3. */
  | "gave-it-back-twice"
  /** They hold as many as they wish to. */
  | "holds-enough";

/** Times somebody may take the same request and give it back. */
const MOST_GIVEN_BACK = 2;

/** Why an adviser may not take a request themselves; undefined when they may. */
export function whyNotTake(
  request: Request,
  adviser: Adviser,
  around: Pick<Surroundings, "directory" | "standings" | "others">,
): WhyNot | undefined {
  if (!takesPart(adviser.id, around)) return "takes-no-part";
  if (!isTold(request, adviser, around)) return "not-their-team";
  if (!mayBeTold(request, adviser)) return "gave-it-back-twice";
  const open = openOf(adviser, around.others).filter(({ id }) => id !== request.id);
  return open.length >= adviser.mostOpen ? "holds-enough" : undefined;
}

/** Whether an adviser may take a request themselves. */
export function mayTake(
  request: Request,
  adviser: Adviser,
  around: Pick<Surroundings, "directory" | "standings" | "others">,
): boolean {
  return whyNotTake(request, adviser, around) === undefined;
}

/** Whether a request may still be proposed to somebody by name. */
export function mayBeTold(
  { givenBackBy }: Pick<Request, "givenBackBy">,
  { id }: Pick<Adviser, "id">,
): boolean {
  return givenBackBy.filter((who) => who === id).length < MOST_GIVEN_BACK;
}

/**
 * Who gets a request in a team that gives them out: of those there now who know its theme and language, the one
 * with the fewest open, then the one who has waited the longest for one.
 * @returns undefined when the team takes freely, or nobody can
 * Source: HANDOFF.md, 5.2.
 */
export function chosenAutomatically(
  request: Request,
  team: Team,
  around: Surroundings,
): Adviser | undefined {
  if (team.choice !== "automatic") return undefined;
  const there = around.directory.advisers.filter(
    (adviser) =>
      team.advisers.includes(adviser.id) &&
      isThere(adviser, team, around) &&
      suits(request, adviser) &&
      mayTake(request, adviser, around),
  );
  const [chosen] = there.toSorted((one, other) => {
    const byLoad = openOf(one, around.others).length - openOf(other, around.others).length;
    return byLoad || lastTook(one, around.others).localeCompare(lastTook(other, around.others));
  });
  return chosen;
}

/** The hours of an adviser: theirs, else those of a team. */
export function hoursOf(
  adviser: Pick<Adviser, "hours"> | undefined,
  team: Pick<Team, "hours">,
): OpeningHours {
  return adviser?.hours ?? team.hours;
}

function isTold(
  { offers }: Request,
  { id }: Adviser,
  { directory }: Pick<Surroundings, "directory">,
): boolean {
  return directory.teams.some(
    (team) => team.advisers.includes(id) && offers.some((offer) => offer.team === team.id),
  );
}

function openOf({ id }: Adviser, others: readonly Request[]): readonly Request[] {
  return others.filter((request) => isOpen(request) && holderOf(request) === id);
}

function isThere(adviser: Adviser, team: Team, around: Surroundings): boolean {
  const hours = hoursOf(adviser, team);
  const day = dayOf(wallTimeAt(around.now, hours.timeZone));
  return isOpenAt(hours, around.now) && !isAway(adviser.id, day, around);
}

function suits({ theme, language }: Request, { themes, languages }: Adviser): boolean {
  const knowsIt = themes.length === 0 || theme === undefined || themes.includes(theme);
  return knowsIt && languages.includes(language);
}

/** When the latest of what they took moved last; empty for nothing yet, which comes first. */
function lastTook({ id }: Adviser, others: readonly Request[]): string {
  const moved = others.flatMap((request) =>
    holderOf(request) === id && "since" in request.state ? [request.state.since] : [],
  );
  return moved.toSorted().at(-1) ?? "";
}

import type { OpeningHours } from "../model/directory.ts";
import type { Mark, Offer, Request } from "../model/request.ts";
import { awaySince, takesPart } from "./absence.ts";
import { hoursOf } from "./fairness.ts";
import type { Surroundings } from "./ladder.ts";
import { zoneOfAsker } from "./notice-moment.ts";
import { ordinaryHours, workingDayMs, workingMs } from "./opening.ts";
import { dayOf, wallTimeAt } from "../workshops/wall-time.ts";

/** Something done already, counted from the same moment. */
export function markOf({ marks }: Request, kind: string, since: string): Mark | undefined {
  return marks.findLast((mark) => mark.kind === kind && mark.since === since);
}

/** How many working days passed, by the hours of who is to act. */
export function workingDays(hours: OpeningHours, since: string, now: Date): number {
  return workingMs(hours, new Date(since), now) / workingDayMs(hours);
}

/** The hours of the team told first since a moment; of a team that is never there, or of none, those of offices. */
export function hoursOfOffer(request: Request, since: string, around: Surroundings): OpeningHours {
  const first = firstOffer(request, since);
  return teamHours(request, first?.team, around);
}

/** Who was told first since a moment; of what was given back to rooms that know it, the room it was treated in. */
export function firstOffer({ offers, team }: Request, since: string): Offer | undefined {
  return (
    offers.find(({ at }) => at >= since) ??
    offers.findLast((offer) => offer.team === team) ??
    offers.at(-1)
  );
}

/** The hours of a team; those of offices where it is unknown or never there, so that nothing waits for ever. */
export function teamHours(
  request: Request,
  id: string | undefined,
  { directory, timeZone }: Surroundings,
): OpeningHours {
  const hours = directory.teams.find((team) => team.id === id)?.hours;
  return hours && hours.ranges.length > 0
    ? hours
    : ordinaryHours(zoneOfAsker(request, timeZone), request.territory);
}

/** The hours of who holds a request. */
export function holderHours(request: Request, id: string, around: Surroundings): OpeningHours {
  const adviser = around.directory.advisers.find((one) => one.id === id);
  const hours = hoursOf(adviser, { hours: teamHours(request, request.team, around) });
  return hours.ranges.length > 0 ? hours : teamHours(request, request.team, around);
}

/**
 * Whether who holds it is there these days; on the calendar of their hours. Who takes one while they are away
 * wishes to answer it, and is there for it.
 */
export function presenceOf(
  request: Request,
  id: string,
  around: Surroundings,
): "there" | "away" | "suspended" {
  if (!takesPart(id, around)) return "suspended";
  const from = awaySince(id, dayFor(request, id, around.now, around), around);
  if (from === undefined) return "there";
  const { state } = request;
  const isTakenSince =
    state.kind === "claimed" && dayFor(request, id, new Date(state.since), around) >= from;
  return isTakenSince ? "there" : "away";
}

/** The day it is for who holds a request: `YYYY-MM-DD`. */
export function dayFor(request: Request, id: string, at: Date, around: Surroundings): string {
  return dayOf(wallTimeAt(at, holderHours(request, id, around).timeZone));
}

import { HOUR_MS } from "../model/durations.ts";
import { isHeld, type Request } from "../model/request.ts";
import { standInFor } from "./absence.ts";
import type { Due } from "./due.ts";
import type { Surroundings } from "./ladder.ts";
import { afterTheNight } from "./notice-moment.ts";
import { workingMs } from "./opening.ts";
import {
  dayFor,
  holderHours,
  markOf,
  presenceOf,
  teamHours,
  workingDays,
} from "./request-clock.ts";

/** What is due inside while somebody has it in hand. Source: HANDOFF.md, 3 and 6. */
export function dueWhenHeld(request: Request, around: Surroundings): readonly Due[] {
  const { state } = request;
  if (state.kind === "transferring") return transferBack(request, state, around);
  if (!isHeld(request) || !("adviser" in state) || state.adviser === undefined) return [];
  const gone = notThere(request, state.adviser, around);
  if (gone) return gone;
  if (state.kind === "claimed") return firstReply(request, state, around);
  if (state.kind === "active") return laterReply(request, state, around);
  return state.kind === "waiting-asker" ? waitOver(state, around) : [];
}

/** A request does not stay with somebody who is not there; one that waits for its asker does, until they write. */
function notThere(
  request: Request,
  adviser: string,
  around: Surroundings,
): readonly Due[] | undefined {
  const presence = isRoomless(request, around) ? "suspended" : presenceOf(request, adviser, around);
  if (presence === "there" || !("since" in request.state)) return undefined;
  const mark = { kind: "released", since: request.state.since };
  if (presence === "suspended") return [{ kind: "release", adviser, why: "suspended", mark }];
  if (request.turn !== "adviser") return undefined;
  // A day away begins at midnight: who stands in, and the team, are told in the morning.
  const { timeZone } = holderHours(request, adviser, around);
  if (afterTheNight(around.now, timeZone) > around.now) return [];
  const to = standInFor(adviser, dayFor(request, adviser, around.now, around), around);
  if (to === undefined || !isSameOrganisation(adviser, to, around)) {
    return [{ kind: "release", adviser, why: "away", mark }];
  }
  return [{ kind: "hand-over", adviser, to, mark: { ...mark, kind: "handed-over" } }];
}

/** The team whose thread it is treated in is not in the directory any more: nothing can be said there. */
function isRoomless({ team }: Request, { directory }: Surroundings): boolean {
  return team !== undefined && !directory.teams.some(({ id }) => id === team);
}

/** Of another one, its asker would have to agree first: others would read it. Source: HANDOFF.md, 11. */
function isSameOrganisation(one: string, other: string, { directory }: Surroundings): boolean {
  const [first, second] = [one, other].map((id) =>
    directory.advisers.find((adviser) => adviser.id === id),
  );
  return first !== undefined && first.organisation === second?.organisation;
}

function firstReply(
  request: Request,
  { adviser, since }: { readonly adviser: string; readonly since: string },
  around: Surroundings,
): readonly Due[] {
  const hours = holderHours(request, adviser, around);
  const reminded = markOf(request, "first-reply", since);
  if (reminded) {
    const left = workingMs(hours, new Date(reminded.at), around.now);
    if (left < 4 * HOUR_MS) return [];
    return [{ kind: "release", adviser, why: "silent", mark: { kind: "released", since } }];
  }
  if (workingDays(hours, since, around.now) < 1) return [];
  return [{ kind: "remind-first-reply", adviser, mark: { kind: "first-reply", since } }];
}

function laterReply(
  request: Request,
  { adviser, since: began }: { readonly adviser: string; readonly since: string },
  around: Surroundings,
): readonly Due[] {
  if (request.turn !== "adviser") return [];
  const since = request.waitingSince ?? began;
  const hours = holderHours(request, adviser, around);
  const reminded = markOf(request, "holder", since);
  if (!reminded) {
    if (workingDays(hours, since, around.now) < 3) return [];
    return [{ kind: "remind-holder", adviser, mark: { kind: "holder", since } }];
  }
  const { team } = request;
  if (team === undefined || markOf(request, "holders-team", since)) return [];
  if (workingDays(hours, reminded.at, around.now) < 1) return [];
  return [{ kind: "remind-their-team", team, mark: { kind: "holders-team", since } }];
}

function waitOver(
  { adviser, until }: { readonly adviser: string; readonly until?: string | undefined },
  { now }: Surroundings,
): readonly Due[] {
  return until !== undefined && Date.parse(until) <= now.getTime()
    ? [{ kind: "wait-over", adviser }]
    : [];
}

function transferBack(
  request: Request,
  { from, toTeam, since, awaitsConsent }: Extract<Request["state"], { kind: "transferring" }>,
  around: Surroundings,
): readonly Due[] {
  // While its asker is asked, see `dueToAsker`: the clock stands still.
  const hours = teamHours(request, toTeam, around);
  if (awaitsConsent || workingDays(hours, since, around.now) < 1) return [];
  return back(request, from, since, around);
}

/** To who passed it on, or to the team when they are there no more. */
export function back(
  request: Request,
  from: string,
  since: string,
  around: Surroundings,
): readonly Due[] {
  if (presenceOf(request, from, around) !== "suspended")
    return [{ kind: "back-from-transfer", to: from }];
  return [{ kind: "release", adviser: from, why: "suspended", mark: { kind: "released", since } }];
}

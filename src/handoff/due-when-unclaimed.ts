import { HOUR_MS } from "../model/durations.ts";
import type { Request } from "../model/request.ts";
import type { Due } from "./due.ts";
import { coordinationOf, firstRung, nextRung, type Surroundings } from "./ladder.ts";
import { workingMs } from "./opening.ts";
import { firstOffer, hoursOfOffer, markOf, workingDays } from "./request-clock.ts";

/** Widened at each of these working days while there are steps left. */
const WIDENED_AFTER = [1, 2, 3] as const;

/** What is due while nobody has taken it. Source: HANDOFF.md, 6. */
export function dueWhenUnclaimed(request: Request, around: Surroundings): readonly Due[] {
  const { state } = request;
  if (state.kind === "queued") {
    const rung = firstRung(request, around);
    // With no team at all, who coordinates is the only one left to tell.
    return rung ? [{ kind: "offer", rung }] : coordinators(request, around, 0);
  }
  if (state.kind !== "offered") return [];
  return [
    ...remindRoom(request, state.since, around),
    ...widen(request, state.since, around),
    ...coordinators(request, around, 2),
  ];
}

/** Whether the ladder is at its end: four working days, and who coordinates had one of them. */
export function isGivenUp(request: Request, around: Surroundings): boolean {
  const { state } = request;
  if (state.kind !== "queued" && state.kind !== "offered") return false;
  const hours = hoursOfOffer(request, state.since, around);
  if (workingDays(hours, state.since, around.now) < 4) return false;
  if (!coordinationOf(request, around)) return true;
  const told = markOf(request, "coordinator", waitOf(request, state.since));
  return told !== undefined && workingDays(hours, told.at, around.now) >= 1;
}

/** What the rungs above the teams are counted once for: a wait, however often it is given back in it. */
export function waitOf({ waitingSince }: Request, since: string): string {
  return waitingSince ?? since;
}

function remindRoom(request: Request, since: string, around: Surroundings): readonly Due[] {
  const first = firstOffer(request, since);
  if (!first || markOf(request, "room", since)) return [];
  const hours = hoursOfOffer(request, since, around);
  if (workingMs(hours, new Date(since), around.now) < 4 * HOUR_MS) return [];
  return [{ kind: "remind-room", team: first.team, mark: { kind: "room", since } }];
}

function widen(request: Request, since: string, around: Surroundings): readonly Due[] {
  const step = WIDENED_AFTER.find((days) => !markOf(request, `widened-${days}`, since));
  if (step === undefined) return [];
  const hours = hoursOfOffer(request, since, around);
  const before = markOf(request, `widened-${step - 1}`, since);
  // After a long stop, those told last have half a day before others are.
  if (before && workingDays(hours, before.at, around.now) < 0.5) return [];
  const isWaited = workingDays(hours, since, around.now) >= step;
  if (!isWaited && isKnownToSomebody(request, around)) return [];
  const rung = nextRung(request, around);
  return rung ? [{ kind: "widen", rung, mark: { kind: `widened-${step}`, since } }] : [];
}

/** Those it was told to may all have left the directory since: nobody waits a day for them. */
function isKnownToSomebody({ offers }: Request, { directory }: Surroundings): boolean {
  return offers.some(({ team }) => directory.teams.some(({ id }) => id === team));
}

function coordinators(request: Request, around: Surroundings, afterDays: number): readonly Due[] {
  const coordination = coordinationOf(request, around);
  const { state } = request;
  if (!coordination || !("since" in state)) return [];
  const [first, second] = coordination.coordinators;
  const since = waitOf(request, state.since);
  const hours = hoursOfOffer(request, state.since, around);
  if (!markOf(request, "coordinator", since)) {
    const isWaited = workingDays(hours, state.since, around.now) >= afterDays;
    const isLost = !isKnownToSomebody(request, around) && !nextRung(request, around);
    if (!isWaited && !isLost) return [];
    const mark = { kind: "coordinator", since };
    return [{ kind: "tell-coordinator", coordination, coordinator: first, mark }];
  }
  if (!second || markOf(request, "second-coordinator", since) || !isGivenUp(request, around))
    return [];
  const mark = { kind: "second-coordinator", since };
  return [{ kind: "tell-second-coordinator", coordination, coordinator: second, mark }];
}

import { workingDayMs, workingMs } from "../../../../handoff/opening.ts";
import type { Directory, OpeningHours } from "../../../../model/directory.ts";
import type { RequestEvent } from "../../../../model/request-event.ts";
import type { Request } from "../../../../model/request.ts";
import type { CountedRequest } from "./handoff-figures.ts";

/** What is counted: requests, what happened to them, and who answers. */
export interface Counted {
  readonly requests: readonly Request[];
  readonly events: readonly RequestEvent[];
  readonly directory: Directory;
}

/** What is known by the end of a period of the requests that were agreed to in it: what came later is not counted yet. */
export function countedRequests(
  { requests, events, directory }: Counted,
  { from, until }: { readonly from: Date; readonly until: Date },
): readonly CountedRequest[] {
  const [first, last] = [from.toISOString(), until.toISOString()];
  const happened = eventsByNumber(events.filter(({ at }) => at < last));
  return requests.flatMap((request) => {
    const { openedAt, number, state, theme } = request;
    if (openedAt === undefined || openedAt < first || openedAt >= last) return [];
    if (isUncounted(state, last)) return [];
    const theirs = happened.get(number) ?? [];
    const taken = theirs
      .filter(({ kind }) => kind === "claimed")
      .toSorted(byTime)
      .at(-1);
    const hours = directory.teams.find(({ id }) => id === taken?.team)?.hours;
    return [
      {
        openedAt,
        theme,
        team: taken?.team,
        firstWord: firstWordOf(request, last),
        wasTakenInADay: wasTaken(openedAt, theirs, hours),
        wasReferred: theirs.some(({ kind }) => kind === "referred"),
        wasReopened: theirs.some(({ kind }) => kind === "reopened"),
      },
    ];
  });
}

/** When each request was agreed to, whatever became of it: figures of one month are the same all through it. */
export function openings(requests: readonly Request[]): readonly string[] {
  return requests.flatMap(({ openedAt }) => openedAt ?? []);
}

function eventsByNumber(
  events: readonly RequestEvent[],
): ReadonlyMap<number, readonly RequestEvent[]> {
  const found = new Map<number, RequestEvent[]>();
  for (const event of events) {
    const known = found.get(event.number);
    if (known) known.push(event);
    else found.set(event.number, [event]);
  }
  return found;
}

function firstWordOf(
  { openedAt, firstReplyAt, firstReplyWorkingMs }: Request,
  last: string,
): CountedRequest["firstWord"] {
  if (openedAt === undefined || firstReplyAt === undefined || firstReplyAt >= last) {
    return undefined;
  }
  const realMs = Date.parse(firstReplyAt) - Date.parse(openedAt);
  return { realMs, workingMs: firstReplyWorkingMs ?? realMs };
}

function wasTaken(
  openedAt: string,
  events: readonly RequestEvent[],
  hours: OpeningHours | undefined,
): boolean {
  const [taken] = events
    .filter(({ kind }) => kind === "claimed")
    .map(({ at }) => at)
    .toSorted();
  if (taken === undefined || !hours) return false;
  return workingMs(hours, new Date(openedAt), new Date(taken)) <= workingDayMs(hours);
}

/** Whether it was known by an instant to be no question of anybody: what is found out later changes no figure. */
function isUncounted(state: Request["state"], last: string): boolean {
  if (state.kind === "draft") return true;
  return (state.kind === "merged" || state.kind === "spam") && state.since < last;
}

function byTime(one: RequestEvent, other: RequestEvent): number {
  return one.at.localeCompare(other.at);
}

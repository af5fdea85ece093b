import { changeState, revise } from "../../src/handoff/change-state.ts";
import { dueFor, withMark, type Due } from "../../src/handoff/due.ts";
import type { Surroundings } from "../../src/handoff/ladder.ts";
import type { Request, RequestState } from "../../src/model/request.ts";

/** Something done as time passed. */
export interface Done {
  readonly at: Date;
  readonly due: Due;
  /** The request as it was before. */
  readonly before: Request;
}

/** Whether the asker reads something by it. */
export function isTold({ due, before }: Done): boolean {
  const told: readonly Due["kind"][] = [
    "tell-asker",
    "give-up",
    "put-aside",
    "refer",
    "ask-satisfaction",
  ];
  return (
    told.includes(due.kind) && before.asker !== undefined && before.state.kind !== "undeliverable"
  );
}

/** Lets time pass over a request, looking every so often and doing what is due, as the assistant does. */
export function letPass(
  request: Request,
  around: Omit<Surroundings, "now">,
  times: readonly Date[],
): { readonly request: Request; readonly done: readonly Done[] } {
  const done: Done[] = [];
  let after = request;
  for (const at of times) {
    for (const due of dueFor(after, { ...around, now: at })) {
      const before = after;
      after = carryOut(before, due, at);
      done.push({ at, due, before });
    }
  }
  return { request: after, done };
}

/** Every so many minutes from one instant to another, both included. */
export function every(minutes: number, from: string, to: string): readonly Date[] {
  const times: Date[] = [];
  for (let at = Date.parse(from); at <= Date.parse(to); at += minutes * 60_000) {
    times.push(new Date(at));
  }
  return times;
}

/** What the assistant does of a request itself when something is due; its messages apart. */
export function carryOut(request: Request, due: Due, now: Date): Request {
  const since = now.toISOString();
  const marks = "mark" in due ? { marks: withMark(request, due.mark, now) } : {};
  const notice = isTold({ at: now, due, before: request }) ? { lastNoticeAt: since } : {};
  const more = { ...marks, ...notice };
  const state = stateAfter(request, due, since);
  const offers =
    due.kind === "offer" || due.kind === "widen" ? offersAfter(request, due, since) : {};
  if (!state) return revise(request, { ...more, ...offers }, now);
  const after = changeState(request, state, now, { ...more, ...offers });
  if (!after) throw new Error(`${due.kind}: from ${request.state.kind} to ${state.kind}`);
  return after;
}

function stateAfter(request: Request, due: Due, since: string): RequestState | undefined {
  switch (due.kind) {
    case "offer":
      return { kind: "offered", since };
    case "release":
      return { kind: "queued", since };
    case "hand-over":
      return handedOver(request.state, due.to, since);
    case "back-from-transfer":
      return { kind: "active", adviser: due.to, since };
    case "wait-over":
      return { kind: "active", adviser: due.adviser, since };
    case "drop-draft":
      return { kind: "withdrawn", since };
    case "close":
      return { kind: "closed", since };
    case "give-up":
      return { kind: "unanswered", since };
    case "refer":
      return { kind: "referred", since };
    case "put-aside":
      return { kind: "resolved", since };
    case "remind-room":
    case "widen":
    case "tell-coordinator":
    case "tell-second-coordinator":
    case "remind-first-reply":
    case "remind-holder":
    case "remind-their-team":
    case "tell-asker":
    case "ask-satisfaction":
      return undefined;
  }
}

function handedOver(state: RequestState, adviser: string, since: string): RequestState {
  return state.kind === "active"
    ? { kind: "active", adviser, since }
    : { kind: "claimed", adviser, since };
}

function offersAfter(
  request: Request,
  { rung: { rung, teams } }: Extract<Due, { kind: "offer" | "widen" }>,
  at: string,
): Partial<Request> {
  const known = new Set(request.offers.map(({ team }) => team));
  const fresh = teams.filter(({ id }) => !known.has(id));
  return {
    offers: [
      ...request.offers,
      ...fresh.map(({ id }) => ({ team: id, rung, at, key: `offer ${id}` })),
    ],
  };
}

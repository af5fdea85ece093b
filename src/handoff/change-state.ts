import type { Request, RequestState, RequestStateKind } from "../model/request.ts";
import { DAY_MS } from "../model/durations.ts";

/**
 * What may follow what. A request given back, or reopened, is `queued` again. One adviser may take the place of
 * another without a change of kind: see `changeState`. Source: HANDOFF.md, 3.
 */
export const allowedAfter: Readonly<Record<RequestStateKind, readonly RequestStateKind[]>> = {
  draft: ["queued", "withdrawn", "merged"],
  // Given back, a colleague may take it before it is told of again.
  queued: ["offered", "claimed", "unanswered", "withdrawn", "merged", "spam"],
  offered: ["queued", "claimed", "unanswered", "withdrawn", "merged", "spam"],
  // Not resolved: nobody has answered yet.
  claimed: ["queued", "active", "transferring", "undeliverable", "withdrawn", "merged", "spam"],
  transferring: ["claimed", "active", "waiting-asker", "queued", "withdrawn", "spam"],
  active: [
    "waiting-asker",
    "transferring",
    "queued",
    "claimed",
    "resolved",
    "undeliverable",
    "withdrawn",
    "merged",
    "spam",
  ],
  "waiting-asker": [
    "active",
    "transferring",
    "queued",
    "claimed",
    "resolved",
    "undeliverable",
    "withdrawn",
    "merged",
    "spam",
  ],
  undeliverable: ["active", "waiting-asker", "claimed", "queued", "resolved", "withdrawn", "spam"],
  resolved: ["closed", "queued", "claimed", "withdrawn"],
  closed: ["queued", "claimed", "withdrawn"],
  // Its asker may wish to wait, and somebody may take it late.
  unanswered: ["referred", "queued", "claimed", "withdrawn"],
  referred: ["queued", "withdrawn"],
  withdrawn: [],
  merged: [],
  spam: [],
};

/** How long what is over may be reopened. Source: HANDOFF.md, 3. */
const REOPENED_WITHIN_MS = 30 * DAY_MS;

/**
 * The request in another state, with all that follows from it: whose turn it is, since when, when it was over.
 * @param more what else changes, or is to be otherwise than the state has it
 * @returns undefined when that state may not follow
 */
export function changeState(
  request: Request,
  state: RequestState,
  now: Date,
  more: Partial<Request> = {},
): Request | undefined {
  if (!mayFollow(request, state, now)) return undefined;
  const turn = turnIn(state, request);
  const isReopened = overKinds.has(request.state.kind) && !overKinds.has(state.kind);
  return {
    ...request,
    state,
    turn,
    ...sinceWhen(request, more.turn ?? turn, now),
    resolvedAt:
      state.kind === "resolved" ? now.toISOString() : isReopened ? undefined : request.resolvedAt,
    closedAt: endKinds.has(state.kind)
      ? now.toISOString()
      : isReopened
        ? undefined
        : request.closedAt,
    reopened: request.reopened + (isReopened ? 1 : 0),
    ...more,
    revision: request.revision + 1,
    updatedAt: now.toISOString(),
  };
}

/**
 * The request with a change that is not of its state. A change of turn moves what is counted from it: our
 * waiting, and the silence of its asker, which begins anew at each word of an adviser.
 */
export function revise(
  request: Request,
  changes: Omit<Partial<Request>, "state">,
  now: Date,
): Request {
  const { turn } = changes;
  return {
    ...request,
    ...(turn && { state: heardAnew(request.state, turn, now), ...sinceWhen(request, turn, now) }),
    ...changes,
    revision: request.revision + 1,
    updatedAt: now.toISOString(),
  };
}

/** Kinds after which nothing goes on by itself, except that it may be reopened. */
const endKinds: ReadonlySet<RequestStateKind> = new Set([
  "closed",
  "referred",
  "withdrawn",
  "merged",
  "spam",
]);
const overKinds: ReadonlySet<RequestStateKind> = new Set([...endKinds, "resolved"]);

function mayFollow(request: Request, to: RequestState, now: Date): boolean {
  const from = request.state;
  if (from.kind === to.kind) return isAnotherHolder(from, to) || isOtherwise(from, to);
  if (!allowedAfter[from.kind].includes(to.kind)) return false;
  const isTooOld =
    (from.kind === "closed" || from.kind === "referred") &&
    now.getTime() - Date.parse(from.since) > REOPENED_WITHIN_MS;
  return to.kind === "withdrawn" || !isTooOld;
}

/** A substitute takes what somebody held, as it stands. */
function isAnotherHolder(from: RequestState, to: RequestState): boolean {
  const held: readonly RequestStateKind[] = ["claimed", "active", "waiting-asker", "undeliverable"];
  if (!held.includes(from.kind)) return false;
  return "adviser" in from && "adviser" in to && from.adviser !== to.adviser;
}

/** A transfer agreed to, or a wait until another day. */
function isOtherwise(from: RequestState, to: RequestState): boolean {
  if (from.kind === "transferring" && to.kind === "transferring") {
    return from.awaitsConsent && !to.awaitsConsent;
  }
  return from.kind === "waiting-asker" && to.kind === "waiting-asker" && from.until !== to.until;
}

function turnIn(state: RequestState, request: Request): Request["turn"] {
  switch (state.kind) {
    case "queued":
    case "offered":
    case "claimed":
      return "adviser";
    case "transferring":
      return state.awaitsConsent ? "asker" : "adviser";
    case "active":
      return turnInActive(request);
    case "waiting-asker":
    case "undeliverable":
    case "unanswered":
      return "asker";
    case "draft":
    case "resolved":
    case "closed":
    case "referred":
    case "withdrawn":
    case "merged":
    case "spam":
      return "none";
  }
}

/** Who takes it says something first; after a wait, its asker has spoken. */
function turnInActive({ state, turn }: Request): Request["turn"] {
  if (state.kind === "claimed") return "asker";
  return state.kind === "active" ? turn : "adviser";
}

function sinceWhen(
  request: Request,
  turn: Request["turn"],
  now: Date,
): Pick<Request, "waitingSince"> {
  if (turn !== "adviser") return { waitingSince: undefined };
  return { waitingSince: request.waitingSince ?? now.toISOString() };
}

function heardAnew(state: RequestState, turn: Request["turn"], now: Date): RequestState {
  const isTalk = state.kind === "active" || state.kind === "waiting-asker";
  return isTalk && turn === "asker" ? { ...state, since: now.toISOString() } : state;
}

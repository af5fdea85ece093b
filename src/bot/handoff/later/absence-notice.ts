import { revise } from "../../../handoff/change-state.ts";
import type { Surroundings } from "../../../handoff/ladder.ts";
import { isOpenAt, nextOpening } from "../../../handoff/opening.ts";
import { MINUTE_MS } from "../../../model/durations.ts";
import type { OpeningHours } from "../../../model/directory.ts";
import type { Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { told } from "./acts-to-asker.ts";
import type { Passing } from "./carry-out-due.ts";
import { mayTell } from "./notice-asker.ts";
import { hoursOfRequest } from "./notice-draft.ts";
import type { SpokenTimes } from "./spoken-times.ts";

/** Somebody who wrote a moment ago may still be writing. */
const STILL_WRITING_MS = 5 * MINUTE_MS;

/** An adviser who wrote so lately is there, whatever the hours say. */
const LIVE_MS = 30 * MINUTE_MS;

/** Marks the closed period it was said in, by when that ends. */
const MARK = "absence";

/**
 * Whether who asked is to hear that it is closed: they wait for a human, wrote while it was closed, and were not
 * told so since; nothing in the middle of a live exchange. Source: HANDOFF.md, 6.
 */
export async function isAbsenceDue(
  request: Request,
  around: Surroundings,
  { parts, spoken }: Passing & { readonly spoken: SpokenTimes },
): Promise<boolean> {
  const { state, turn, waitingSince, messages } = request;
  const { now } = around;
  const isTaken = state.kind === "claimed" || state.kind === "active";
  // What they read on asking said when it opens.
  const wroteAgain = state.kind === "offered" && messages > 1;
  if (turn !== "adviser" || waitingSince === undefined || !(isTaken || wroteAgain)) return false;
  const hours = hoursOfRequest(request, parts.knowledge());
  if (!hours || isOpenAt(hours, now)) return false;
  const period = periodOf(hours, now);
  if (request.marks.some(({ kind, since }) => kind === MARK && since === period)) return false;
  if (!mayTell(request, around.others, { parts, now })) return false;
  const { asker, adviser } = await spoken.of(request);
  if (asker === undefined || now.getTime() - asker < STILL_WRITING_MS) return false;
  if (now.getTime() - (adviser ?? 0) < LIVE_MS) return false;
  // Written while it was open: who answers may have it in hand, and nobody writes into the void.
  const wrote = new Date(asker);
  return !isOpenAt(hours, wrote) && periodOf(hours, wrote) === period;
}

/** What is to be written when they are told. */
export async function tellAbsence(request: Request, passing: Passing): Promise<readonly Change[]> {
  const { parts, now } = passing;
  const hours = hoursOfRequest(request, parts.knowledge());
  if (!hours) return [];
  const marks = [
    ...request.marks.filter(({ kind }) => kind !== MARK),
    { kind: MARK, since: periodOf(hours, now), at: now.toISOString() },
  ];
  const after = revise(request, { marks }, now);
  return told(request, after, { kind: "told-absence", notice: "absence" }, passing);
}

/** Names a closed period by its end, an instant; one without an end in sight, by none that comes. */
function periodOf(hours: OpeningHours, at: Date): string {
  return nextOpening(hours, at)?.toISOString() ?? "9999-12-31T00:00:00.000Z";
}

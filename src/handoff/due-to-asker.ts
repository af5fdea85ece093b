import type { Request } from "../model/request.ts";
import type { AskerNotice, Due, DueToAsker } from "./due.ts";
import { back } from "./due-when-held.ts";
import { isPast } from "./due-when-over.ts";
import { isGivenUp, waitOf } from "./due-when-unclaimed.ts";
import type { Surroundings } from "./ladder.ts";
import { noticeMoment, zoneOfAsker } from "./notice-moment.ts";
import { holderHours, markOf, workingDays } from "./request-clock.ts";

/**
 * What is due to the asker: one thing at most, the furthest, and none while they may not be written to; what
 * is behind it is never said. @param inside what is due besides, done just before
 */
export function dueToAsker(
  request: Request,
  inside: readonly Due[],
  around: Surroundings,
): readonly Due[] {
  const [furthest] = wanted(request, inside, around);
  if (!furthest) return [];
  if (!request.asker || request.state.kind === "undeliverable")
    return withoutAWord(furthest) ? [furthest] : [];
  const zone = zoneOfAsker(request, around.timeZone);
  return noticeMoment(request, zone, around.now, around.others) ? [] : [furthest];
}

/** What is done even where nobody can be told. */
function withoutAWord({ kind }: Due): boolean {
  return (
    kind === "put-aside" || kind === "refer" || kind === "give-up" || kind === "back-from-transfer"
  );
}

/** The furthest first. */
function wanted(request: Request, inside: readonly Due[], around: Surroundings): readonly Due[] {
  const { state, turn } = request;
  switch (state.kind) {
    case "queued":
    case "offered":
      return ladderNotice(request, state.since, inside, around);
    case "claimed":
      return handedOver(request);
    case "active":
      return turn === "asker"
        ? silence(request, state.since, "put-aside", around)
        : ourTurn(request, around);
    case "waiting-asker":
      return state.until === undefined ? silence(request, state.since, "put-aside", around) : [];
    case "undeliverable":
      return isPast(state.since, 14, around.now) ? [{ kind: "put-aside" }] : [];
    case "unanswered":
      return silence(request, state.since, "refer", around);
    case "transferring":
      return state.awaitsConsent ? consentSilence(request, state, around) : [];
    case "closed":
      return satisfaction(request, state.since, around);
    case "draft":
    case "resolved":
    case "referred":
    case "withdrawn":
    case "merged":
    case "spam":
      return [];
  }
}

/** What became of it in the ladder, the latest alone: what came before it is no news any more. */
function ladderNotice(
  request: Request,
  since: string,
  inside: readonly Due[],
  around: Surroundings,
): readonly Due[] {
  const wait = waitOf(request, since);
  if (isGivenUp(request, around))
    return [{ kind: "give-up", mark: { kind: "given-up", since: wait } }];
  const doneAt = (kind: string, from: string) =>
    inside.some((due) => "mark" in due && due.mark.kind === kind && due.mark.since === from)
      ? around.now.toISOString()
      : markOf(request, kind, from)?.at;
  const news: readonly News[] = [
    { what: "coordinator-told", since: wait, at: doneAt("coordinator", wait) },
    { what: "widened", since, at: doneAt("widened-1", since) },
    ...released(request),
  ];
  return tellLatest(request, news);
}

interface News {
  readonly what: AskerNotice;
  readonly since: string;
  /** Undefined: it did not happen. */
  readonly at: string | undefined;
}

/** Given back by the assistant, as time passed: who gives it back themselves has the asker told by that. */
function released({ marks }: Request): readonly News[] {
  const at = marks.findLast(({ kind }) => kind === "released")?.at;
  return at === undefined ? [] : [{ what: "looking-again", since: at, at }];
}

function tellLatest(request: Request, news: readonly News[]): readonly Due[] {
  const [latest] = news
    .filter(({ at }) => at !== undefined)
    .toSorted((one, other) => (other.at ?? "").localeCompare(one.at ?? ""));
  return latest ? tell(request, latest.what, latest.since) : [];
}

function tell(request: Request, what: AskerNotice, since: string): readonly DueToAsker[] {
  const kind = `told-${what}`;
  return markOf(request, kind, since) ? [] : [{ kind: "tell-asker", what, mark: { kind, since } }];
}

function handedOver(request: Request): readonly Due[] {
  const at = request.marks.findLast(({ kind }) => kind === "handed-over")?.at;
  return at === undefined ? [] : tell(request, "handed-over", at);
}

/** Working days of our turn after which its asker hears that they are not forgotten; then once a week. */
const FORGOTTEN_AFTER = 3;

function ourTurn(request: Request, around: Surroundings): readonly Due[] {
  const { state, waitingSince } = request;
  if (state.kind !== "active") return [];
  const [handed] = handedOver(request);
  if (handed) return [handed];
  const since = waitingSince ?? state.since;
  const kind = "told-not-forgotten";
  const before = markOf(request, kind, since);
  const isDue = before
    ? isPast(before.at, 7, around.now)
    : workingDays(holderHours(request, state.adviser, around), since, around.now) >=
      FORGOTTEN_AFTER;
  return isDue ? [{ kind: "tell-asker", what: "not-forgotten", mark: { kind, since } }] : [];
}

/** Days of silence of an asker. Source: HANDOFF.md, 6. */
const REMINDED_AFTER = [7, 3] as const;
const PUT_ASIDE_AFTER = 14;
/** However late the last reminder came, they have so many days to answer it. */
const DAYS_TO_ANSWER = 5;

function silence(
  request: Request,
  since: string,
  end: "put-aside" | "refer",
  { now }: Surroundings,
): readonly Due[] {
  return isSilenceOver(request, since, now)
    ? [{ kind: end }]
    : pendingQuestion(request, since, now);
}

function consentSilence(
  request: Request,
  { from, since }: { readonly from: string; readonly since: string },
  around: Surroundings,
): readonly Due[] {
  if (isSilenceOver(request, since, around.now)) return back(request, from, since, around);
  return pendingQuestion(request, since, around.now);
}

/** Nothing is put aside that was not said to be: somebody who is reminded late has days left. */
function isSilenceOver(request: Request, since: string, now: Date): boolean {
  if (!isPast(since, PUT_ASIDE_AFTER, now)) return false;
  if (!request.asker) return true;
  const last = markOf(request, "told-pending-question-7", since);
  return last !== undefined && isPast(last.at, DAYS_TO_ANSWER, now);
}

function pendingQuestion(request: Request, since: string, now: Date): readonly Due[] {
  const days = REMINDED_AFTER.find((after) => isPast(since, after, now));
  const kind = `told-pending-question-${days}`;
  if (days === undefined || markOf(request, kind, since)) return [];
  return [{ kind: "tell-asker", what: "pending-question", mark: { kind, since } }];
}

/** Once ever, and not a month late. Source: HANDOFF.md, 10. */
function satisfaction(request: Request, since: string, { now }: Surroundings): readonly Due[] {
  const wasAnswered = request.firstReplyAt !== undefined;
  const wasAsked = request.marks.some(({ kind }) => kind === SATISFACTION_MARK);
  if (!wasAnswered || wasAsked || !isPast(since, 1, now) || isPast(since, 30, now)) return [];
  return [{ kind: "ask-satisfaction", mark: { kind: SATISFACTION_MARK, since } }];
}

/** Whoever asks it at once, after « c'est bon », leaves this mark. */
export const SATISFACTION_MARK = "satisfaction";

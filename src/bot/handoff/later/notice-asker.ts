import type { AskerNotice } from "../../../handoff/due.ts";
import { revise } from "../../../handoff/change-state.ts";
import { noticeMoment } from "../../../handoff/notice-moment.ts";
import { DAY_MS } from "../../../model/durations.ts";
import { messageKey } from "../../../delivery/message-key.ts";
import type { AskedAsker, Request } from "../../../model/request.ts";
import { put, type Change } from "../../../ports/store.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import type { RequestBook } from "../request-book.ts";
import { tellAsker, type Told } from "../tell-people.ts";
import { noticeDraft, zoneOfReader } from "./notice-draft.ts";

/** What the assistant tells who asked of its own accord. */
export type NoticeKind =
  | AskerNotice
  | "nobody-answered"
  | "put-aside"
  | "referred"
  | "settled"
  | "claimed"
  | "transfer"
  | "satisfaction"
  | "absence";

/** What telling takes. */
export interface Telling {
  readonly book: RequestBook;
  readonly parts: HandoffParts;
  readonly now: Date;
}

/** The notice that was put in the outbox last: it names its row. */
const TOLD = "notice:";

/**
 * Tells who asked something of the assistant's own accord. Nothing of the kind is said otherwise than through
 * here: at most one a day to one person, never in their quiet hours; `dueFor` and `mayTell` say when.
 * @param request as it is after what is told of; its revision stays
 * @returns the request with what is noted of it, to be written with the row; without a row where there is
 * nobody to tell, or nothing to say any more
 * Source: HANDOFF.md, 6.
 */
export async function noticeAsker(
  request: Request,
  kind: NoticeKind,
  { book, parts, now }: Telling,
): Promise<{ readonly request: Request; readonly changes: readonly Change[] }> {
  const draft = await noticeDraft(request, kind, { book, knowledge: parts.knowledge(), now });
  if (!draft || !request.asker || request.state.kind === "undeliverable") {
    // Not wished any more: it would be tried again at each tick.
    const left = request.marks.filter((mark) => mark.kind !== `${WISH}${kind}`);
    return { request: { ...request, marks: left }, changes: [] };
  }
  const at = now.toISOString();
  const marks = [
    // Whatever is told, what was wished before is no news any more.
    ...request.marks.filter(({ kind: one }) => !one.startsWith(TOLD) && !one.startsWith(WISH)),
    { kind: `${TOLD}${kind}`, since: at, at },
  ];
  const asks = askedBy(kind, at);
  return {
    request: { ...request, marks, lastNoticeAt: at, ...(asks && { asks }) },
    changes: tellAsker(request, { draft, name: nameOf(kind, at) }, parts),
  };
}

/** What people do in chat of which who asked is told: by day, as their one notice. */
export type WishedNotice = "looking-again" | "settled" | "claimed" | "transfer";

/** A notice that waits for its moment, as a mark of its request. */
const WISH = "wish:";

/**
 * The request with something to tell its asker as soon as they may be told: at the next tick, or in the morning.
 * Its revision stays: this goes with a change.
 */
export function wishNotice(request: Request, kind: WishedNotice, now: Date): Request {
  const at = now.toISOString();
  const others = request.marks.filter((mark) => mark.kind !== `${WISH}${kind}`);
  return { ...request, marks: [...others, { kind: `${WISH}${kind}`, since: at, at }] };
}

/** What was wished and is still true. */
export function wishedNotice({
  marks,
  state,
  asks,
  turn,
  firstReplyAt,
}: Request): WishedNotice | undefined {
  const isWished = (kind: WishedNotice) => marks.some((mark) => mark.kind === `${WISH}${kind}`);
  if (state.kind === "resolved") {
    return isWished("settled") && asks?.kind !== "settled" ? "settled" : undefined;
  }
  if (state.kind === "transferring") {
    const isToAsk = state.awaitsConsent && asks?.kind !== "transfer";
    return isToAsk && isWished("transfer") ? "transfer" : undefined;
  }
  // Once its adviser has said something, that they took it is no news.
  const isUnanswered =
    state.kind === "claimed" ||
    (state.kind === "active" && turn === "adviser" && (firstReplyAt ?? "") < state.since);
  const isJustTaken =
    isUnanswered &&
    marks.some(({ kind, since }) => kind === `${WISH}claimed` && since === state.since);
  if (isJustTaken) return "claimed";
  const isFree = state.kind === "queued" || state.kind === "offered";
  return isFree && isWished("looking-again") ? "looking-again" : undefined;
}

/** Whether somebody may be told something now. @param others every request there is */
export function mayTell(
  request: Request,
  others: readonly Request[],
  { parts, now }: { readonly parts: Pick<HandoffParts, "knowledge">; readonly now: Date },
): boolean {
  const zone = zoneOfReader(request, parts.knowledge());
  return request.asker !== undefined && !noticeMoment(request, zone, now, others);
}

/**
 * Tells who asked what other people did, and what may not be told later as something else: at once by day, or
 * as the next thing they may be told. @param request as it is after, held; its revision stays
 */
export function tellInTime(
  request: Request,
  told: Pick<Told, "draft" | "name">,
  others: readonly Request[],
  {
    parts,
    now,
  }: { readonly parts: Pick<HandoffParts, "knowledge" | "delivery">; readonly now: Date },
): { readonly request: Request; readonly changes: readonly Change[] } {
  if (!request.asker) return { request, changes: [] };
  const moment = noticeMoment(request, zoneOfReader(request, parts.knowledge()), now, others);
  return {
    request: { ...request, lastNoticeAt: (moment ?? now).toISOString() },
    changes: tellAsker(request, { ...told, notBefore: moment }, parts),
  };
}

/** A notice is noted for the next morning at most. */
const MOST_AHEAD_MS = 2 * DAY_MS;

/**
 * The request as it is when it was noted as told by a clock that was far ahead and was set right since: as told
 * now, or nobody would be told anything for as long. Undefined of any other.
 */
export function toldByWrongClock(request: Request, now: Date): Request | undefined {
  const { lastNoticeAt } = request;
  const aheadMs = Date.parse(lastNoticeAt ?? now.toISOString()) - now.getTime();
  return aheadMs > MOST_AHEAD_MS
    ? revise(request, { lastNoticeAt: now.toISOString() }, now)
    : undefined;
}

/** Whether what was told last of a request waits in the outbox still. */
export async function isOnItsWay(
  request: Request,
  { store, knowledge }: Pick<HandoffParts, "store" | "knowledge">,
): Promise<boolean> {
  const key = rowOf(request);
  return key !== undefined && (await store.get(knowledge().documents.outbox, key)) !== undefined;
}

/** The key of what was told last. */
function rowOf({ id, marks }: Request): string | undefined {
  const told = marks.find(({ kind }) => kind.startsWith(TOLD));
  return (
    told && messageKey("handoff", id, "asker", nameOf(told.kind.slice(TOLD.length), told.since))
  );
}

/**
 * What was told last and could not be sent yet goes out by day, and counts for the day it is read on: of a
 * platform that was away for a week, one message comes, not seven.
 * @param request held
 * @returns whether it still waits, so that nothing is added to it
 */
export async function holdBack(request: Request, { book, parts, now }: Telling): Promise<boolean> {
  const key = rowOf(request);
  if (key === undefined) return false;
  const { store, knowledge } = parts;
  const { outbox } = knowledge().documents;
  const row = await store.get(outbox, key);
  if (!row) return false;
  // A day of its own: the moment only says whether it is night.
  const zone = zoneOfReader(request, knowledge());
  const morning = noticeMoment({ ...request, lastNoticeAt: undefined }, zone, now);
  const at = (morning ?? now).toISOString();
  const isHeld = morning !== undefined && row.notBefore === at;
  const isFresh = !morning && request.lastNoticeAt?.slice(0, HOUR) === at.slice(0, HOUR);
  if (isHeld || isFresh) return true;
  const after = { ...request, revision: request.revision + 1, lastNoticeAt: at };
  await store.write([
    book.change(request, after),
    ...(morning ? [put(outbox, key, { ...row, notBefore: at })] : []),
  ]);
  return true;
}

/** The part of an instant that says its day and hour: it is noted anew once an hour at most. */
const HOUR = "2026-11-24T09".length;

function nameOf(kind: string, at: string): string {
  return `${kind}.${at}`;
}

/** What the answer to a notice is taken for; undefined for what asks nothing. */
function askedBy(kind: NoticeKind, at: string): AskedAsker | undefined {
  if (kind === "settled" || kind === "satisfaction" || kind === "transfer") return { kind, at };
  return kind === "nobody-answered" ? { kind: "still-waiting", at } : undefined;
}

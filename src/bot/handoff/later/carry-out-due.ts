import type { Due } from "../../../handoff/due.ts";
import type { Request } from "../../../model/request.ts";
import { messageId } from "../../../model/request-message.ts";
import { remove, type Change } from "../../../ports/store.ts";
import { scrubDue } from "../../scrub-due.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import type { RequestBook } from "../request-book.ts";
import {
  giveBack,
  handOver,
  remindHolder,
  remindTheirTeam,
  takeBack,
  wakeUp,
} from "./acts-when-held.ts";
import { offer, remindRoom, tellCoordinator, widen } from "./acts-when-unclaimed.ts";
import { askSatisfaction, close, giveUp, putAside, refer, tellOf } from "./acts-to-asker.ts";

/** What doing what is due takes; the request is held. */
export interface Passing {
  readonly book: RequestBook;
  readonly parts: HandoffParts;
  readonly now: Date;
}

/**
 * All that is to be written when something due is done: the request with its mark, its audit event, its messages.
 * @returns undefined when it may not be done any more
 */
export async function carryOutDue(
  due: Due,
  request: Request,
  passing: Passing,
): Promise<readonly Change[] | undefined> {
  switch (due.kind) {
    case "drop-draft":
      return dropDraft(request, passing);
    case "offer":
      return offer(due, request, passing);
    case "remind-room":
      return remindRoom(due, request, passing);
    case "widen":
      return widen(due, request, passing);
    case "tell-coordinator":
    case "tell-second-coordinator":
      return tellCoordinator(due, request, passing);
    case "remind-first-reply":
    case "remind-holder":
      return remindHolder(due, request, passing);
    case "release":
      return giveBack(due, request, passing);
    case "hand-over":
      return handOver(due, request, passing);
    case "remind-their-team":
      return remindTheirTeam(due, request, passing);
    case "back-from-transfer":
      return takeBack(due, request, passing);
    case "wait-over":
      return wakeUp(due, request, passing);
    case "close":
      return close(request, passing);
    case "tell-asker":
      return tellOf(due, request, passing);
    case "give-up":
      return giveUp(due, request, passing);
    case "put-aside":
      return putAside(request, passing);
    case "refer":
      return refer(request, passing);
    case "ask-satisfaction":
      return askSatisfaction(due, request, passing);
  }
}

/** What was never agreed to leaves nothing behind. */
async function dropDraft(
  { id }: Request,
  { book, parts, now }: Passing,
): Promise<readonly Change[]> {
  const { documents } = parts.knowledge();
  const said = await book.messages(id);
  return [
    remove(documents.requests, id),
    ...said.map(({ position }) => remove(documents.requestMessages, messageId(id, position))),
    scrubDue(documents, now),
  ];
}

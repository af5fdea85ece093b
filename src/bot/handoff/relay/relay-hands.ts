import type { ReplyDraft } from "../../../model/reply.ts";
import type { Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import type { RequestBook } from "../request-book.ts";

/** What carrying words over has in hand; the request is held. */
export interface RelayHands {
  readonly parts: HandoffParts;
  readonly book: RequestBook;
  readonly now: Date;
}

/** What came of carrying something over. */
export interface Relayed {
  /** As it is after: the same when nothing changed. */
  readonly request: Request;
  /** All there is to write, with the request itself where it changed and the messages that leave. */
  readonly changes: readonly Change[];
  /** What whoever wrote is told, in their turn or in the thread: of files that do not cross. */
  readonly drafts: readonly ReplyDraft[];
}

/** Nothing came of it: it was done before, or there is nothing to carry. */
export function unchanged(request: Request): Relayed {
  return { request, changes: [], drafts: [] };
}

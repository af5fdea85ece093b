import type { Delivery } from "../../delivery/deliver.ts";
import type { HandoffParts } from "../handoff/handoff-parts.ts";
import type { RequestBook } from "../handoff/request-book.ts";
import type { ContentHands } from "./settle-cluster.ts";

/** What writing pages from answers needs. */
export interface CurationParts extends Omit<HandoffParts, "delivery"> {
  readonly delivery: Pick<Delivery, "leave" | "send" | "sendPending">;
  readonly book: RequestBook;
  readonly content: ContentHands;
}

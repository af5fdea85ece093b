import { fieldOf } from "../field-of.ts";
import type { EventContent } from "../room-event.ts";

/** The words of a message; empty when it has none. */
export function bodyOf(content: EventContent): string {
  const body = content["body"];
  return typeof body === "string" ? body : "";
}

/**
 * The event id of the root of the thread a message is in.
 * Source: https://spec.matrix.org/v1.16/client-server-api/#threading
 */
export function threadOf(content: EventContent): string | undefined {
  return relatedBy(content, "m.thread");
}

/** The event id of the message it answers, when it answers one rather than only following a thread. */
export function repliedTo(content: EventContent): string | undefined {
  const relation = content["m.relates_to"];
  if (fieldOf(relation, "is_falling_back") === true) return undefined;
  return idIn(fieldOf(relation, "m.in_reply_to", "event_id"));
}

/** The event id a content is related to, when it is so by this relation. */
export function relatedBy(content: EventContent, relation: string): string | undefined {
  const related = content["m.relates_to"];
  if (fieldOf(related, "rel_type") !== relation) return undefined;
  return idIn(fieldOf(related, "event_id"));
}

/** The longest an id can be, in bytes; no longer one is kept. */
const LONGEST_ID = 255;

function idIn(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_ID
    ? value
    : undefined;
}

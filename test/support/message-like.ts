import type { IncomingMessage } from "../../src/model/incoming-message.ts";

type Needed = "id" | "text" | "from" | "address" | "sentAt";

/** A message somebody typed, with what a test says of it. */
export function messageLike(
  said: Pick<IncomingMessage, Needed> & Partial<IncomingMessage>,
): IncomingMessage {
  return { isFromBot: false, roles: [], pressed: undefined, isForUs: true, ...said };
}

import { messageKey } from "../delivery/message-key.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { put, type Change, type Store } from "../ports/store.ts";

/** Whether this very event had its turn already (a replay, a second delivery). */
export async function wasHandled(
  message: IncomingMessage,
  store: Store,
  documents: StoredDocuments,
): Promise<boolean> {
  return (await store.get(documents.handledEvents, eventHash(message))) !== undefined;
}

/** The change that remembers an event as handled: a hash, so that it names nobody. */
export function recordEvent(
  message: IncomingMessage,
  documents: StoredDocuments,
  now: Date,
): Change {
  return put(documents.handledEvents, eventHash(message), { at: now.toISOString() });
}

/** Names an event without saying whose it is. */
export function eventHash({ address, id }: Pick<IncomingMessage, "address" | "id">): string {
  return messageKey("event", address.platform, address.room, id);
}

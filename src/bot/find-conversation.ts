import { conversationKey } from "../model/address.ts";
import { newConversation, type Conversation } from "../model/conversation.ts";
import { DAY_MS } from "../model/durations.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Store } from "../ports/store.ts";
import type { Knowledge } from "./knowledge.ts";

/** What was said with somebody in a room so far; a new conversation where nothing was, or too long ago. */
export async function findConversation(
  message: IncomingMessage,
  now: Date,
  { store, knowledge }: { readonly store: Pick<Store, "get">; readonly knowledge: Knowledge },
): Promise<Conversation> {
  const { conversations } = knowledge.documents;
  const { platform, room } = message.address;
  const known = await store.get(conversations, conversationKey(message.address, message.from));
  const expiredMs = conversations.keptDays * DAY_MS;
  if (known && now.getTime() - Date.parse(known.updatedAt) <= expiredMs) return known;
  const language = message.language ?? knowledge.settings.language;
  return newConversation({ platform, room, person: message.from, language }, now);
}

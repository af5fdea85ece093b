import type { Conversation } from "../model/conversation.ts";
import type { ReplyDraft } from "../model/reply.ts";

/** What was said of seats may be answered by its number. */
export function waitingForSeats(
  conversation: Conversation,
  drafts: readonly ReplyDraft[],
): Conversation {
  const labels = (drafts.at(-1)?.choices ?? []).map(({ label }) => label);
  return labels.length === 0 ? conversation : { ...conversation, mode: { kind: "seats", labels } };
}

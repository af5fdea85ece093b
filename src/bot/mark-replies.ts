import type { Conversation, Mode } from "../model/conversation.ts";
import type { Reply } from "../model/reply.ts";

/** Says of a turn's replies what they are written in, and of the last whether words of the person's own are waited for. */
export function markReplies(
  replies: readonly Reply[],
  { mode, language }: Pick<Conversation, "mode" | "language">,
): readonly Reply[] {
  const last = replies.findLast(({ isWithdrawal }) => isWithdrawal !== true);
  const isAwaited = awaitsWords(mode);
  return replies.map((reply) => ({
    ...reply,
    language,
    ...(isAwaited && reply === last && { awaitsWords: true }),
  }));
}

/** Whether a person who is asked in a mode is likely to need words that no choice holds. */
function awaitsWords({ kind }: Mode): boolean {
  return ["choosing", "rephrasing", "not-known", "explaining", "drafting", "diagnostic"].includes(
    kind,
  );
}

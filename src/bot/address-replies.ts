import { messageKey } from "../delivery/message-key.ts";
import { type Incoming, type IncomingMessage, isDeletion } from "../model/incoming-message.ts";
import { say, wordsOf, type Reply, type ReplyDraft } from "../model/reply.ts";

/** A message on its way to whoever wrote, under a key of its own. */
export function addressReply(
  draft: ReplyDraft,
  message: IncomingMessage,
  position: number | string,
): Reply {
  const { address, id, from, thread } = message;
  const { choices, attachments, goneAt, mostChosen } = draft;
  return {
    text: wordsOf(draft),
    choices,
    attachments,
    goneAt,
    mostChosen,
    to: address,
    kind: "reply",
    key: messageKey(address.platform, address.room, id, position),
    inReplyTo: { id: answeredBy(message), from },
    ...(thread === undefined ? {} : { thread }),
  };
}

/** The id of the message that replies to what came in are shown beside. */
export function answeredBy(incoming: Incoming): string {
  return isDeletion(incoming)
    ? incoming.deletes
    : (incoming.edits ?? incoming.pressedOn ?? incoming.id);
}

/**
 * The replies to a message, in order. Those that stand from before its correction are changed where
 * they are, and what is too many of them disappears.
 */
export function addressReplies(
  drafts: readonly ReplyDraft[],
  message: IncomingMessage,
  standing: readonly string[],
): readonly Reply[] {
  const replies = drafts.map((draft, index) => {
    const replaces = standing[index];
    const reply = addressReply(draft, message, index);
    return replaces === undefined ? reply : { ...reply, replaces };
  });
  return [...replies, ...withdrawals(standing.slice(drafts.length), message)];
}

/** What makes replies disappear, each under a key of its own. */
export function withdrawals(
  keys: readonly string[],
  { address }: Pick<IncomingMessage, "address">,
): readonly Reply[] {
  return keys.map((replaces) => ({
    ...say(""),
    to: address,
    kind: "reply",
    key: messageKey("withdrawal", replaces),
    replaces,
    isWithdrawal: true,
  }));
}

/** The withdrawals of those of some replies that are to be taken away, each with its instant. */
export function withdrawalsInTime(
  replies: readonly Reply[],
): readonly { readonly at: Date; readonly withdrawal: Reply }[] {
  return replies.flatMap(({ key, to, goneAt }) =>
    goneAt === undefined
      ? []
      : withdrawals([key], { address: to }).map((withdrawal) => ({
          at: new Date(goneAt),
          withdrawal,
        })),
  );
}

/** Keys of the replies that stand after a turn. */
export function standingAfter(replies: readonly Reply[]): string[] {
  return replies.filter(({ isWithdrawal }) => isWithdrawal !== true).map(({ key }) => key);
}

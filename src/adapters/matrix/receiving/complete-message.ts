import type { IncomingMessage } from "../../../model/incoming-message.ts";
import { bodyOf, threadOf } from "../messages/event-fields.ts";
import { isThreadOfOurs } from "../messages/is-for-us.ts";
import { stripQuote } from "../messages/strip-quote.ts";
import type { Us } from "../messages/us.ts";
import type { RoomEvent } from "../room-event.ts";

/**
 * A message with what its own event does not say: who wrote the message it answers, and what; of a correction,
 * which does not say so again, that it is in a thread of ours.
 * @param find an event of its room
 */
export async function completeMessage(
  message: IncomingMessage,
  us: Us,
  find: (id: string) => Promise<RoomEvent | undefined>,
): Promise<IncomingMessage> {
  const { edits, repliesTo, isForUs, address } = message;
  if (edits !== undefined && !address.isDirect) {
    const thread = threadOf((await find(edits))?.content ?? {});
    if (thread === undefined) return message;
    return { ...message, thread, isForUs: isForUs || isThreadOfOurs(thread, us) };
  }
  if (!repliesTo || !isForUs || us.ours(repliesTo.id) !== undefined) return message;
  const meant = await find(repliesTo.id);
  if (!meant || meant.sender === us.userId) return message;
  const text = stripQuote(bodyOf(meant.content));
  return { ...message, repliesTo: { ...repliesTo, from: meant.sender, text } };
}

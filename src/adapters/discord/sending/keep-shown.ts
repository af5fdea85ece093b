import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { sentReply, type SentReplies } from "./sent-replies.ts";

/**
 * Keeps where a reply is shown. A notice was shown whether or not that can be written: a full disk may be
 * what it tells of.
 * @throws when anything else cannot be written
 */
export async function keepShown(
  reply: Reply,
  shown: Parameters<typeof sentReply>[1],
  around: { readonly sent: SentReplies; readonly clock: Clock; readonly log: Log },
): Promise<void> {
  const { sent, clock, log } = around;
  try {
    await sent.keep(reply.key, sentReply(reply, shown, clock.now()));
  } catch (cause) {
    if (reply.kind !== "notice") throw cause;
    log.error("notice-not-kept", cause, { key: reply.key });
    sent.showed(reply.key);
  }
}

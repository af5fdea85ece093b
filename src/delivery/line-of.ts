import type { Reply } from "../model/reply.ts";

/** Messages that must keep their order. */
export function lineOf({ to, thread, inReplyTo }: Reply): string {
  return JSON.stringify([to.platform, to.room, thread, inReplyTo?.from]);
}

/** What answers one message, in parts that must keep their order. */
export function answerOf(reply: Reply): string {
  return JSON.stringify([lineOf(reply), reply.inReplyTo?.id]);
}

import type { Reply } from "../model/reply.ts";

/** Messages that must keep their order. */
export function lineOf({ to, thread, inReplyTo, kind }: Reply): string {
  // What is carried over is read in the order it was said, whatever each of it answers.
  if (kind === "relay") return JSON.stringify([to.platform, to.room, thread, kind]);
  return JSON.stringify([to.platform, to.room, thread, inReplyTo?.from]);
}

/** What answers one message, in parts that must keep their order. */
export function answerOf(reply: Reply): string {
  if (reply.kind === "relay") return lineOf(reply);
  return JSON.stringify([lineOf(reply), reply.inReplyTo?.id]);
}

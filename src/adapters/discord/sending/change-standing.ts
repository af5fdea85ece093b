import type { Reply } from "../../../model/reply.ts";
import type { SentReply } from "../discord-documents.ts";
import type { DiscordRest } from "../rest.ts";
import { messageBodies, privateBody, type Showing } from "./message-bodies.ts";
import { replaceReply, withdrawReply } from "./replace-reply.ts";

/**
 * Takes away, or changes where it stands, an earlier reply, and posts nothing in any case: what is gone, or
 * was for one person alone, stays as it is.
 * @returns where the changed one stands; undefined when there is nothing to keep
 */
export async function changeStanding(
  reply: Reply,
  before: SentReply,
  { rest, ...showing }: Showing & { readonly rest: DiscordRest },
): Promise<Pick<SentReply, "channel" | "messages" | "interaction" | "isLasting"> | undefined> {
  if (reply.isWithdrawal === true) {
    await withdrawReply(before, rest);
    return undefined;
  }
  const { channel, messages, interaction, isEphemeral, isLasting } = before;
  if (messages.length === 0 || isEphemeral === true) return undefined;
  const bodies = messageBodies(reply, showing);
  // Words that need more messages than there are stand in one.
  const fitting = bodies.length > messages.length ? [privateBody(reply, showing)] : bodies;
  return {
    channel,
    messages: await replaceReply(fitting, before, { rest }),
    interaction,
    isLasting,
  };
}

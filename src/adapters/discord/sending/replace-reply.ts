import type { SentReply } from "../discord-documents.ts";
import type { DiscordRest } from "../rest.ts";
import { isGone } from "./is-final.ts";
import type { MessageBody } from "./message-bodies.ts";

/**
 * Changes the messages of an earlier reply into those of another, where they stand; those that are too
 * many disappear. @returns the ids of the messages that stand, in the order of the bodies they show
 */
export async function replaceReply(
  bodies: readonly MessageBody[],
  { channel, messages }: Pick<SentReply, "channel" | "messages">,
  {
    rest,
    keepsFiles = 0,
  }: { readonly rest: DiscordRest; readonly keepsFiles?: number | undefined },
): Promise<readonly string[]> {
  const standing: string[] = [];
  const extra: string[] = [];
  for (const message of messages) {
    const made = bodies[standing.length];
    if (!made) extra.push(message);
    // One at a time: where a message is gone, the next one takes its words.
    // oxlint-disable-next-line no-await-in-loop
    else if (await change(keepsFiles > 0 ? made : withoutFiles(made), channel, message, rest))
      standing.push(message);
  }
  await Promise.all(extra.map((message) => takeAway(channel, message, rest)));
  return standing;
}

/** Takes the messages of a reply away; those that are gone are no fault. */
export async function withdrawReply(
  { channel, messages, isEphemeral }: SentReply,
  rest: DiscordRest,
): Promise<void> {
  // What one person alone sees goes by itself.
  if (isEphemeral === true) return;
  await Promise.all(messages.map((message) => takeAway(channel, message, rest)));
}

/** Files of the earlier words go with them. */
function withoutFiles({ body, files }: MessageBody): MessageBody {
  return { body: { attachments: [], ...body }, files };
}

/** @returns whether it is there to be changed */
async function change(
  { body, files }: MessageBody,
  channel: string,
  message: string,
  rest: DiscordRest,
): Promise<boolean> {
  try {
    await rest.request({
      method: "PATCH",
      path: `/channels/${channel}/messages/${message}`,
      body,
      files,
    });
    return true;
  } catch (cause) {
    if (isGone(cause)) return false;
    throw cause;
  }
}

async function takeAway(channel: string, message: string, rest: DiscordRest): Promise<void> {
  try {
    await rest.request({ method: "DELETE", path: `/channels/${channel}/messages/${message}` });
  } catch (cause) {
    if (!isGone(cause)) throw cause;
  }
}

import type { Log } from "../../../ports/log.ts";
import { DiscordRefusal, type DiscordRest } from "../rest.ts";

/** The thread exists already. Source: topics/opcodes-and-status-codes#json */
const alreadyThere = 160_004;
const minutesUntilArchived = 1440;

/**
 * Opens a public thread from a message. Its id is that of the message, so a second try finds the first's.
 * @returns its id; undefined where it cannot be opened
 */
export async function openThread(
  {
    channel,
    message,
    name,
  }: { readonly channel: string; readonly message: string; readonly name: string },
  { rest, log }: { readonly rest: DiscordRest; readonly log: Log },
): Promise<string | undefined> {
  try {
    await rest.request({
      method: "POST",
      path: `/channels/${channel}/messages/${message}/threads`,
      body: { name: name.slice(0, 100), auto_archive_duration: minutesUntilArchived },
    });
    return message;
  } catch (cause) {
    if (!(cause instanceof DiscordRefusal)) throw cause;
    if (cause.code === alreadyThere) return message;
    log.info("thread-not-opened", { channel, code: cause.code });
    return undefined;
  }
}

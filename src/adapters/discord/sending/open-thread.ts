import type { Log } from "../../../ports/log.ts";
import { DiscordRefusal, type DiscordRest } from "../rest.ts";

/** The thread exists already. Source: topics/opcodes-and-status-codes#json */
export const alreadyThere = 160_004;
const minutesUntilArchived = 1440;

/** A thread to be. */
export interface NewThread {
  readonly channel: string;
  readonly message: string;
  /** Cut to what Discord takes. */
  readonly name: string;
}

/**
 * Opens a public thread from a message. Its id is that of the message, so a second try finds the first's.
 * @returns its id; undefined where it cannot be opened
 */
export async function openThread(
  thread: NewThread,
  { rest, log }: { readonly rest: DiscordRest; readonly log: Log },
): Promise<string | undefined> {
  const { channel, message } = thread;
  try {
    await createThread({ ...thread, minutesUntilArchived }, rest);
    return message;
  } catch (cause) {
    if (!(cause instanceof DiscordRefusal)) throw cause;
    if (cause.code === alreadyThere) return message;
    log.info("thread-not-opened", { channel, code: cause.code });
    return undefined;
  }
}

/** Asks Discord for a public thread from a message. @throws DiscordRefusal, also when it has one; DiscordUnreachable */
export async function createThread(
  {
    channel,
    message,
    name,
    minutesUntilArchived: minutes,
  }: NewThread & { readonly minutesUntilArchived: number },
  rest: DiscordRest,
): Promise<void> {
  await rest.request({
    method: "POST",
    path: `/channels/${channel}/messages/${message}/threads`,
    body: { name: name.slice(0, 100), auto_archive_duration: minutes },
  });
}

import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { put, type Store } from "../../../ports/store.ts";
import { discordDocuments } from "../discord-documents.ts";
import type { ReadPlaces } from "../receiving/read-places.ts";
import type { ThreadPlaces } from "../receiving/thread-places.ts";
import type { DiscordRest } from "../rest.ts";
import { DiscordRefusal } from "../rest.ts";
import { alreadyThere, createThread } from "./open-thread.ts";

/** What opening the thread of a message needs. */
export interface AskedThreading {
  readonly rest: DiscordRest;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly threads: ThreadPlaces;
  readonly places: ReadPlaces;
}

/** A week: advisers come back to it, and writing in it opens it again. */
const minutesUntilArchived = 10_080;

/**
 * Opens the thread below a message that was just shown, and knows it for months: what is written in it is for us.
 * Its id is the message's. Done again, it finds what is there.
 * @throws DiscordRefusal where it may not be opened, DiscordUnreachable
 */
export async function openAskedThread(
  { text, key }: Pick<Reply, "text" | "key">,
  { channel, message }: { readonly channel: string; readonly message: string },
  { rest, store, clock, log, threads, places }: AskedThreading,
): Promise<void> {
  // Killed once it is there, we look in it for what was said meanwhile.
  await places.open(message, channel);
  try {
    await createThread({ channel, message, name: nameOf(text), minutesUntilArchived }, rest);
  } catch (cause) {
    if (!(cause instanceof DiscordRefusal) || cause.code !== alreadyThere) {
      await places.drop(message);
      throw cause;
    }
  }
  const document = { parent: channel, isLasting: true, at: clock.now().toISOString() };
  await store.write([put(discordDocuments.threads, message, document)]);
  threads.add(message, channel);
  log.info("thread-opened", { channel, key });
}

/** What the first line says, without what sets it in bold or quotes it. */
function nameOf(text: string): string {
  const lines = text.split("\n").map((line) => line.replaceAll(/[*_~`#>|]/g, "").trim());
  const first = lines.find((line) => line !== "") ?? "…";
  return first.replaceAll(/\s+/g, " ");
}

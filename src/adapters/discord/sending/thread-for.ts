import type { Language } from "../../../model/language.ts";
import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { put, type Store } from "../../../ports/store.ts";
import { discordDocuments } from "../discord-documents.ts";
import type { LongExchanges } from "../receiving/long-exchanges.ts";
import type { ReadPlaces } from "../receiving/read-places.ts";
import type { ThreadPlaces } from "../receiving/thread-places.ts";
import type { DiscordRest } from "../rest.ts";
import { openThread } from "./open-thread.ts";

/** What placing a reply in a thread needs. */
export interface Threading {
  readonly rest: DiscordRest;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly threads: ThreadPlaces;
  readonly exchanges: LongExchanges;
  readonly places: ReadPlaces;
  /** What threads of ours are called. */
  readonly nameIn: (language: Language | undefined) => string;
}

/** The thread a reply is better placed in, made when a long exchange has none yet; undefined for none. */
export async function threadFor(
  { inReplyTo, thread, to, key, language }: Reply,
  { rest, store, clock, log, threads, exchanges, places, nameIn }: Threading,
): Promise<string | undefined> {
  const message = inReplyTo?.id;
  if (thread !== undefined || message === undefined) return thread;
  // The second reply to a message goes where the first one went.
  if (threads.isOwn(message)) return message;
  if (!exchanges.wantsThread(message)) return undefined;
  // A thread has the id of its message: killed once it is there, we look in it for what was said meanwhile.
  await places.open(message, to.room);
  const name = nameIn(language);
  const opened = await openThread({ channel: to.room, message, name }, { rest, log });
  if (opened === undefined) {
    await places.drop(message);
    return undefined;
  }
  threads.add(opened, to.room);
  const document = { parent: to.room, at: clock.now().toISOString() };
  await store.write([put(discordDocuments.threads, opened, document)]);
  log.info("thread-opened", { channel: to.room, key });
  return opened;
}

import { PlaceRefused } from "../model/errors.ts";
import type { Reply } from "../model/reply.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { Clock } from "../ports/clock.ts";
import type { FileShelf } from "../ports/file-shelf.ts";
import type { Log } from "../ports/log.ts";
import { remove, type Change, type Store } from "../ports/store.ts";
import type { HandOver } from "./hand-over.ts";
import { isUseless } from "./is-useless.ts";
import { answerOf, lineOf } from "./line-of.ts";
import type { WaitingRows } from "./waiting-rows.ts";

/** Who follows what becomes of messages. */
export interface Following {
  /** Where bytes of files wait until they are shown. */
  readonly shelf?: FileShelf | undefined;
  /** Told of what is shown of a request: it writes what follows from that with what it is given. */
  readonly shown?: (
    reply: Reply,
    shownAs: string | undefined,
    write: (changes: readonly Change[]) => Promise<void>,
  ) => Promise<void>;
  /** Told of what was said and a place refused: it is tried again later. */
  readonly refused?: (reply: Reply) => Promise<void>;
}

/** What sending needs. */
export interface DepartureParts extends Following {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "outbox">;
  readonly handOver: HandOver;
  readonly rows: WaitingRows;
  readonly clock: Clock;
  readonly log: Log;
}

/** Hands what was said to its platforms, and clears it from the outbox. */
export class Departures {
  readonly #parts: DepartureParts;

  constructor(parts: DepartureParts) {
    this.#parts = parts;
  }

  /** As `Delivery.send` says. */
  async send(replies: readonly Reply[]): Promise<void> {
    const { store, log, clock } = this.#parts;
    const sent: Reply[] = [];
    const stuck = new Set<string>();
    for (const reply of replies) {
      if (stuck.has(lineOf(reply)) || stuck.has(answerOf(reply))) continue;
      const about = { platform: reply.to.platform, key: reply.key };
      if (isUseless(reply, clock.now())) {
        log.info("message-too-late", about);
        sent.push(reply);
        continue;
      }
      try {
        // One at a time: the next message must not overtake this one.
        // oxlint-disable-next-line no-await-in-loop
        const shownAs = await this.#parts.handOver.send(reply);
        // oxlint-disable-next-line no-await-in-loop
        if (isOfRequest(reply)) await this.#leaveRequest(reply, shownAs);
        else sent.push(reply);
      } catch (cause) {
        if (this.#parts.handOver.knows(reply)) log.error("message-not-sent", cause, about);
        else log.warn("no-platform-for-message", about);
        stuck.add(cause instanceof PlaceRefused ? answerOf(reply) : lineOf(reply));
        // oxlint-disable-next-line no-await-in-loop
        if (cause instanceof PlaceRefused) await this.#tellRefused(reply);
      }
    }
    if (sent.length > 0) await this.#clear(sent, (changes) => store.write(changes));
  }

  /** What is shown of a request leaves the outbox with what follows from it. */
  async #leaveRequest(reply: Reply, shownAs: string | undefined): Promise<void> {
    const { store, shown, shelf } = this.#parts;
    await this.#clear([reply], async (changes) => {
      if (shown) await shown(reply, shownAs, (more) => store.write([...more, ...changes]));
      else await store.write(changes);
      // Nobody asks for them any more; what a crash leaves is dropped at the next start.
      const shelved = reply.attachments.flatMap((file) => file.shelved ?? []);
      await Promise.all(shelved.map(async (id) => shelf?.drop(id)));
    });
  }

  async #clear(
    sent: readonly Reply[],
    write: (changes: readonly Change[]) => Promise<void>,
  ): Promise<void> {
    const { documents, log } = this.#parts;
    try {
      await write(sent.map(({ key }) => remove(documents.outbox, key)));
      for (const { key, to } of sent) this.#parts.rows.remove(key, to);
    } catch (cause) {
      // Sent is sent: the rows go out again later under the same keys, which show one message.
      log.error("outbox-not-cleared", cause, { messages: sent.length });
    }
  }

  async #tellRefused(reply: Reply): Promise<void> {
    const { refused, log } = this.#parts;
    try {
      await refused?.(reply);
    } catch (cause) {
      log.error("refusal-not-told", cause, { platform: reply.to.platform, key: reply.key });
    }
  }
}

/** What is written down of it once it is shown: words that are carried over, and offers. */
function isOfRequest({ kind, opensThread }: Reply): boolean {
  return kind === "relay" || opensThread === true;
}

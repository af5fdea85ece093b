import { setMaxListeners } from "node:events";
import { setTimeout as timeout } from "node:timers/promises";
import { personKey } from "../../../model/address.ts";
import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { put, type Store } from "../../../ports/store.ts";
import { matrixDocuments, type Sending } from "../matrix-documents.ts";
import { backOffMs } from "../transport/back-off.ts";
import { reasonOf, ServerUnreachable } from "../transport/server-faults.ts";
import type { SentReplies } from "./sent-replies.ts";

/** How replies are shown. */
export interface ShowReply {
  /** Shows the next part of a reply; gives the sending as it is then, or undefined once all is shown. */
  readonly next: (sending: Sending) => Promise<Sending | undefined>;
  /** Keeps what was shown of a reply; no more of it will be. */
  readonly end: (sending: Sending) => Promise<void>;
}

/** What sending needs. */
export interface SenderParts {
  readonly store: Store;
  readonly sent: SentReplies;
  readonly clock: Clock;
  readonly log: Log;
  readonly show: ShowReply;
  /** Whether trying again cannot help. */
  readonly isFinal: (cause: unknown) => boolean;
  /** Told when nothing is left to show in a room. */
  readonly onQuiet: (room: string) => void;
}

/**
 * Our messages on their way, one after another in each room, each room for itself. What is taken is on
 * disk and is shown once, however often it has to be tried.
 */
export class Sender {
  readonly #parts: SenderParts;
  readonly #lines = new Map<string, Sending[]>();
  /** What is under way, by its key, and when it is durable. */
  readonly #taken = new Map<string, Promise<void>>();
  readonly #running = new Set<Promise<void>>();
  readonly #ending = alarm();
  #waking = alarm();

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Goes on with what an earlier run left. */
  async start(): Promise<void> {
    const { store } = this.#parts;
    for (const { id, document } of await store.list(matrixDocuments.sendings)) {
      this.#taken.set(id, Promise.resolve());
      this.#line(document);
    }
  }

  /** Takes a reply: it is durable once this resolves, and is shown as soon as it can be. */
  async take(reply: Reply): Promise<void> {
    const { key } = reply;
    const taken = this.#taken.get(key);
    if (taken) return taken;
    if (this.#parts.sent.find(key)) return;
    const taking = this.#take(reply);
    this.#taken.set(key, taking);
    try {
      await taking;
    } catch (cause) {
      this.#taken.delete(key);
      throw cause;
    }
  }

  /** The server can be reached again: what waits for that is tried now. */
  wake(): void {
    this.#waking.abort();
    this.#waking = alarm();
  }

  /**
   * Lets what is under way come to an end, for some milliseconds at most, then cuts it off; it waits for
   * the next run.
   */
  async stop(mostMs: number, cutOff: () => void): Promise<void> {
    await Promise.race([this.idle(), timeout(mostMs, undefined, { ref: false })]);
    this.#ending.abort();
    this.wake();
    cutOff();
    await this.idle();
  }

  /** Resolves once every line is empty, or ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #take(reply: Reply): Promise<void> {
    const { store, clock } = this.#parts;
    const { to, inReplyTo } = reply;
    const owner = inReplyTo && personKey(to.platform, inReplyTo.from);
    const sending = { owner, reply, done: [], at: clock.now().toISOString() };
    await store.write([put(matrixDocuments.sendings, reply.key, sending)]);
    this.#line(sending);
  }

  #line(sending: Sending): void {
    const { room } = sending.reply.to;
    const line = this.#lines.get(room);
    if (line) {
      line.push(sending);
      return;
    }
    const made = [sending];
    this.#lines.set(room, made);
    const running = this.#drain(room, made).finally(() => {
      this.#running.delete(running);
    });
    this.#running.add(running);
  }

  async #drain(room: string, line: Sending[]): Promise<void> {
    let failures = 0;
    for (let [first] = line; first && !this.#ending.signal.aborted; [first] = line) {
      // One after another: that is what a line is.
      // oxlint-disable-next-line no-await-in-loop
      failures = await this.#advance(line, first, failures);
    }
    this.#lines.delete(room);
    this.#parts.onQuiet(room);
  }

  /** Brings the first of a line one step further. @returns how many steps in a row have failed */
  async #advance(line: Sending[], first: Sending, failures: number): Promise<number> {
    try {
      const next = await this.#parts.show.next(first);
      if (next) line[0] = next;
      else this.#leave(line);
      return 0;
    } catch (cause) {
      if (!this.#parts.isFinal(cause)) {
        await this.#wait(first.reply.to.room, failures + 1, cause);
        return failures + 1;
      }
      await this.#giveUp(first, cause);
      this.#leave(line);
      return 0;
    }
  }

  #leave(line: Sending[]): void {
    const left = line.shift();
    if (left) this.#taken.delete(left.reply.key);
  }

  async #giveUp(sending: Sending, cause: unknown): Promise<void> {
    const { log, show } = this.#parts;
    const { key, to } = sending.reply;
    log.error("message-refused", cause, { room: to.room, key });
    try {
      await show.end(sending);
    } catch (fault) {
      log.error("message-refused-not-kept", fault, { key });
    }
  }

  async #wait(room: string, failures: number, cause: unknown): Promise<void> {
    if (this.#ending.signal.aborted) return;
    const { log } = this.#parts;
    const isAway = cause instanceof ServerUnreachable;
    // That the server is away is told once, by the sync.
    if (isAway) log.info("message-waits", { room, failures });
    // The first time with its cause; then now and again.
    else if (failures === 1) log.error("message-delayed", cause, { room });
    else if (failures % 10 === 0) {
      log.warn("message-delayed", { room, failures, why: reasonOf(cause) });
    }
    // A server that answers the sync and refuses the message is not asked sooner for it.
    const { signal } = isAway ? this.#waking : this.#ending;
    try {
      await timeout(backOffMs(failures, Math.random()), undefined, { signal });
    } catch {
      // Woken.
    }
  }
}

function alarm(): AbortController {
  const made = new AbortController();
  // Every room that waits hears it.
  setMaxListeners(0, made.signal);
  return made;
}

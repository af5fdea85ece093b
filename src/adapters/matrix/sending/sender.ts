import { setTimeout as timeout } from "node:timers/promises";
import { personKey } from "../../../model/address.ts";
import { PlaceRefused } from "../../../model/errors.ts";
import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { put, type Store } from "../../../ports/store.ts";
import { matrixDocuments, type Sending } from "../matrix-documents.ts";
import { AnnouncementTry } from "./announcement-try.ts";
import { isPersonAway } from "./is-final.ts";
import { isSameMessage } from "./is-same-message.ts";
import { isWaitedFor } from "./is-waited-for.ts";
import { Pauses } from "./pauses.ts";
import type { SentReplies } from "./sent-replies.ts";

/** How replies are shown. */
export interface ShowReply {
  /**
   * Shows the next part of a reply; gives the sending as it is then, or undefined once all is shown.
   * @param signal aborted once nothing more of it is to be sent
   */
  readonly next: (sending: Sending, signal?: AbortSignal) => Promise<Sending | undefined>;
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
 * disk and is shown once, however often it has to be tried; what is waited for is tried when that is asked for.
 */
export class Sender {
  readonly #parts: SenderParts;
  readonly #lines = new Map<string, Sending[]>();
  /** What is under way, by its key, and when it is durable. */
  readonly #taken = new Map<string, Promise<void>>();
  /** What is waited for now, by its key. */
  readonly #tries = new Map<string, AnnouncementTry>();
  /** Why lines cannot go on now. */
  readonly #faults = new WeakMap<readonly Sending[], Error>();
  readonly #running = new Set<Promise<void>>();
  readonly #pauses: Pauses;

  constructor(parts: SenderParts) {
    this.#parts = parts;
    this.#pauses = new Pauses(parts.log);
  }

  /** Goes on with what an earlier run left; what is waited for is asked for again, or not. */
  async start(): Promise<void> {
    const { store } = this.#parts;
    for (const { id, document } of await store.list(matrixDocuments.sendings)) {
      if (isWaitedFor(document.reply)) continue;
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

  /**
   * Resolves once what is waited for is shown, or refused for good.
   * @throws PlaceRefused where a person is to read it who is not there; else when it may not have been shown: nothing more of it is, unless this is called again
   */
  async announce(reply: Reply): Promise<void> {
    const { key } = reply;
    const underWay = this.#tries.get(key);
    if (underWay) return underWay.over;
    if (this.#parts.sent.find(key)) return;
    const asked = new AnnouncementTry();
    // Before it is taken: it may be over at once.
    this.#tries.set(key, asked);
    try {
      await this.take(reply);
      await asked.over;
    } finally {
      asked.end();
      this.#tries.delete(key);
    }
  }

  /** The server can be reached again: what waits for that is tried now. */
  wake(): void {
    this.#pauses.wake();
  }

  /**
   * Lets what is under way come to an end, for some milliseconds at most, then cuts it off; it waits for
   * the next run.
   */
  async stop(mostMs: number, cutOff: () => void): Promise<void> {
    await Promise.race([this.idle(), timeout(mostMs, undefined, { ref: false })]);
    this.#pauses.end();
    for (const asked of this.#tries.values()) asked.end(leftOver());
    cutOff();
    await this.idle();
  }

  /** Resolves once every line is empty, or ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  async #take(reply: Reply): Promise<void> {
    const { store, clock } = this.#parts;
    const { to, inReplyTo, key } = reply;
    const person = to.person ?? inReplyTo?.from;
    const owner = person === undefined ? undefined : personKey(to.platform, person);
    const sending = { owner, reply, done: [], at: clock.now().toISOString() };
    const kept = isWaitedFor(sending.reply)
      ? await store.get(matrixDocuments.sendings, key)
      : undefined;
    if (kept && isSameMessage(kept, reply)) {
      this.#line(kept);
      return;
    }
    await store.write([put(matrixDocuments.sendings, key, sending)]);
    this.#line(sending);
  }

  #line(sending: Sending): void {
    const { room } = sending.reply.to;
    const line = this.#lines.get(room);
    if (line) {
      line.push(sending);
      const fault = this.#faults.get(line);
      if (fault) this.#disappoint(line, fault);
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
    for (let [first] = line; first && !this.#pauses.areOver; [first] = line) {
      // One after another: that is what a line is.
      // oxlint-disable-next-line no-await-in-loop
      failures = await this.#advance(line, first, failures);
    }
    this.#lines.delete(room);
    this.#disappoint(line, leftOver());
    this.#parts.onQuiet(room);
  }

  /** Brings the first of a line one step further. @returns how many steps in a row have failed */
  async #advance(line: Sending[], first: Sending, failures: number): Promise<number> {
    const signal = this.#signalOf(first);
    try {
      signal?.throwIfAborted();
      const next = await this.#parts.show.next(first, signal);
      this.#faults.delete(line);
      if (next) line[0] = next;
      else this.#leave(line);
      return 0;
    } catch (cause) {
      if (isWaitedFor(first.reply) && isPersonAway(first.reply, cause)) {
        this.#leave(line, new PlaceRefused("the person is not there", { cause }));
        return 0;
      }
      if (this.#parts.isFinal(cause)) {
        this.#faults.delete(line);
        await this.#giveUp(first, cause);
        this.#leave(line);
        return 0;
      }
      const fault = cause instanceof Error ? cause : new Error(String(cause));
      if (isWaitedFor(first.reply)) {
        this.#leave(line, fault);
        return 0;
      }
      this.#disappoint(line, fault);
      await this.#pauses.wait(first.reply.to.room, failures + 1, cause);
      return failures + 1;
    }
  }

  /** What ends the try of what is waited for, which nobody may ask for any more. */
  #signalOf(sending: Sending): AbortSignal | undefined {
    if (!isWaitedFor(sending.reply)) return undefined;
    return this.#tries.get(sending.reply.key)?.signal ?? AbortSignal.abort();
  }

  #leave(line: Sending[], fault?: Error): void {
    const left = line.shift();
    if (left) this.#end(left, fault);
  }

  /** The line cannot go on now: what is waited for leaves it. */
  #disappoint(line: Sending[], fault: Error): void {
    this.#faults.set(line, fault);
    const left = line.filter((sending) => isWaitedFor(sending.reply));
    line.splice(0, line.length, ...line.filter((sending) => !isWaitedFor(sending.reply)));
    for (const sending of left) this.#end(sending, fault);
  }

  #end({ reply: { key } }: Sending, fault?: Error): void {
    this.#taken.delete(key);
    this.#tries.get(key)?.end(fault);
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
}

function leftOver(): Error {
  return new Error("the run ends before it was shown");
}

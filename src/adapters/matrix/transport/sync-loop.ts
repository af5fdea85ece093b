import { KnownError } from "../../../model/errors.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import type { Homeserver, SyncBatch, TakeBatch } from "../room-event.ts";
import { backOffMs } from "./back-off.ts";
import { fillGaps } from "./fill-gap.ts";
import { OutageAlarm } from "./outage-alarm.ts";
import { readSync } from "./read-sync.ts";
import { realWait, type Wait } from "./repeat-request.ts";
import { errorCodeOf, ServerUnreachable } from "./server-faults.ts";

/** Where the place of the last batch taken is kept. */
export interface SyncTokens {
  /** Undefined before the first sync. */
  read(): Promise<string | undefined>;
  /** Durable on return. */
  write(token: string): Promise<void>;
}

/** What the loop needs. */
export interface SyncLoopOptions {
  readonly server: Homeserver;
  /** Our own id. */
  readonly user: string;
  readonly tokens: SyncTokens;
  readonly take: TakeBatch;
  readonly log: Log;
  readonly clock: Clock;
  readonly random?: () => number;
  readonly wait?: Wait;
  /** How long the server may hold a sync that has nothing to tell; 30 s unless told. */
  readonly longPollMs?: number;
}

/**
 * Asks what is new, again and again. Batches are taken in one at a time; the place of one is kept once
 * it was taken, so that a crash in between brings it again.
 */
export class SyncLoop {
  readonly #options: SyncLoopOptions;
  readonly #ending = new AbortController();
  readonly #alarm: OutageAlarm;
  #running: Promise<void> = Promise.resolve();
  #wasAnswered = false;

  constructor(options: SyncLoopOptions) {
    this.#options = options;
    this.#alarm = new OutageAlarm(options);
  }

  /**
   * Resolves once the loop was stopped.
   * @throws KnownError when going on is of no use: the token or the place is no longer good, or what
   * `take` or the tokens threw as such
   */
  async run(): Promise<void> {
    const running = this.#run();
    this.#running = running.catch(() => undefined);
    return running;
  }

  /** Ends the loop; the batch that is being taken is taken to its end first. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { tokens, random = Math.random, wait = realWait } = this.#options;
    const { signal } = this.#ending;
    let since = await tokens.read();
    let failures = 0;
    // A loop, for as long as the process lives: one step follows from the one before.
    /* oxlint-disable no-await-in-loop */
    while (!signal.aborted) {
      const next = await this.#step(since);
      if (next !== undefined) {
        since = next;
        failures = 0;
        continue;
      }
      failures += 1;
      // Stopped meanwhile: the loop sees it.
      await wait(backOffMs(failures, random()), signal).catch(() => undefined);
    }
    /* oxlint-enable no-await-in-loop */
  }

  /** Where to go on; undefined when it is to be tried again. */
  async #step(since: string | undefined): Promise<string | undefined> {
    const batch = await this.#ask(since);
    if (!batch) return undefined;
    const { take, tokens, log } = this.#options;
    try {
      await take(batch);
      if (batch.next !== since) await tokens.write(batch.next);
      return batch.next;
    } catch (cause) {
      if (cause instanceof KnownError) throw cause;
      log.error("sync-not-taken", cause);
      return undefined;
    }
  }

  async #ask(since: string | undefined): Promise<SyncBatch | undefined> {
    try {
      const batch = await this.#fetch(since);
      this.#alarm.answered();
      this.#wasAnswered = true;
      return batch;
    } catch (cause) {
      if (this.#ending.signal.aborted) return undefined;
      const ending = cause instanceof RefusedByServer ? endingFor(cause) : undefined;
      if (ending !== undefined) throw new KnownError(ending, { cause });
      this.#alarm.failed(cause);
      return undefined;
    }
  }

  async #fetch(since: string | undefined): Promise<SyncBatch> {
    const { server, user, log, longPollMs = 30_000 } = this.#options;
    const { signal } = this.#ending;
    // The first time, to hear that the server is there.
    const holdMs = this.#wasAnswered ? longPollMs : 0;
    const answer = await server.request({
      method: "GET",
      path: "/client/v3/sync",
      query: {
        filter: JSON.stringify(syncFilter),
        set_presence: "offline",
        timeout: holdMs,
        ...(since === undefined ? {} : { since }),
      },
      // A first sync of many rooms takes its time.
      timeoutMs: holdMs + (since === undefined ? 300_000 : 60_000),
      tries: 1,
      signal,
    });
    const read = readSync(answer, { user, since });
    if (!read) throw new ServerUnreachable("its sync is none");
    if (since === undefined) return read.batch;
    return { ...read.batch, joined: await fillGaps(read, since, { server, log, signal }) };
  }
}

/** What we need of a sync and no more. Source: https://spec.matrix.org/v1.16/client-server-api/#filtering */
const nothing = { not_types: ["*"] };
const syncFilter = {
  presence: nothing,
  account_data: { types: ["m.direct"] },
  room: {
    account_data: nothing,
    // Who types and who has read.
    ephemeral: nothing,
    state: { lazy_load_members: true },
    timeline: { limit: 50, lazy_load_members: true },
  },
};

/**
 * Why asking again is of no use, and what to do; undefined when it may be. Softly logged out, a device
 * could come back by a refresh token: we use none.
 */
function endingFor(refusal: RefusedByServer): string | undefined {
  const code = errorCodeOf(refusal);
  if (refusal.status === 401 && code === "M_UNKNOWN_TOKEN") {
    return "the Matrix server no longer knows our access token (the device was logged out, or the account closed): log in again with `passerelle login matrix`, then start again. Nothing was lost.";
  }
  if (refusal.status === 400) {
    return `the Matrix server refuses the place where our last sync ended (${code ?? "HTTP 400"}): it was set up anew, or restored from a copy older than ours. Move matrix-place.json and matrix-place.previous.json out of the data folder, then start again: it goes on from now, and what was written in between is not answered.`;
  }
  return undefined;
}

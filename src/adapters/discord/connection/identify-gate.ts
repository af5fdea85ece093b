import { setTimeout as timeout } from "node:timers/promises";
import { SimpleIdentifyThrottler } from "discord.js";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { put, type Store } from "../../../ports/store.ts";
import { discordDocuments } from "../discord-documents.ts";
import type { DiscordRest } from "../rest.ts";
import { ofLastDay, pauseBeforeIdentify } from "./crash-pause.ts";
import { fetchGatewayLimits, type GatewayLimits } from "./gateway-limits.ts";

/** Lets shards introduce themselves to Discord, at a pace it allows. */
export interface IdentifyGate {
  /** Resolves when a shard may identify; rejects only when it is told not to wait any longer. */
  pass(shard: number, signal: AbortSignal): Promise<void>;
}

/** What the gate needs. */
export interface IdentifyGateParts {
  readonly rest: DiscordRest;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** How many connections one start makes. */
  readonly shards: number;
  /** Waits, for so many ms; real time unless given. */
  readonly sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const id = "identifies";
/** Between two tries of what failed: the store, or Discord's limits. */
const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/**
 * The gate of one process, for all its shards. Each identify is on disk before it is made: a process that
 * crashes again and again waits longer and longer.
 */
export class DurableIdentifyGate implements IdentifyGate {
  readonly #parts: IdentifyGateParts;
  #limits: GatewayLimits | undefined;
  #pace: SimpleIdentifyThrottler | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: IdentifyGateParts) {
    this.#parts = parts;
  }

  async pass(shard: number, signal: AbortSignal): Promise<void> {
    // One at a time: each counts those before it.
    const turn = this.#last.then(() => this.#insist(signal, firstPauseMs));
    this.#last = turn.catch(() => undefined);
    await turn;
    await this.#pace?.waitForIdentify(shard, signal);
  }

  /**
   * Tries until it is told to stop: for a gate that throws, discord.js connects anew and then identifies once
   * more for each time it threw.
   */
  async #insist(signal: AbortSignal, pauseMs: number): Promise<void> {
    const { log, sleep = really } = this.#parts;
    try {
      await this.#take(signal);
    } catch (cause) {
      signal.throwIfAborted();
      log.error("identify-held-back", cause, { pauseMs });
      await sleep(pauseMs, signal);
      await this.#insist(signal, Math.min(pauseMs * 2, longestPauseMs));
    }
  }

  async #take(signal: AbortSignal): Promise<void> {
    const { store, clock, log, rest, shards, sleep = really } = this.#parts;
    this.#limits ??= await fetchGatewayLimits(rest);
    const { total, maxConcurrency } = this.#limits;
    this.#pace ??= new SimpleIdentifyThrottler(maxConcurrency);
    const { identifies } = discordDocuments;
    const stored = (await store.get(identifies, id))?.instants ?? [];
    const earlier = ofLastDay(stored, clock.now().getTime());
    const pauseMs = pauseBeforeIdentify(earlier, clock.now().getTime(), { total, shards });
    if (pauseMs > 0) {
      log.warn("identify-paused", {
        pauseSeconds: Math.ceil(pauseMs / 1000),
        identifiesToday: earlier.length,
        why: "too many connections of late: Discord allows so many a day",
      });
      await sleep(pauseMs, signal);
    }
    signal.throwIfAborted();
    const now = clock.now();
    const instants = [...ofLastDay(earlier, now.getTime()), now.getTime()];
    await store.write([put(identifies, id, { instants, at: now.toISOString() })]);
  }
}

async function really(ms: number, signal: AbortSignal): Promise<void> {
  await timeout(ms, undefined, { signal });
}

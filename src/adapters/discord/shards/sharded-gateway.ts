import { once } from "node:events";
import { setTimeout as timeout } from "node:timers/promises";
import { type Shard, ShardingManager } from "discord.js";
import { KnownError } from "../../../model/errors.ts";
import type { Log } from "../../../ports/log.ts";
import type { IdentifyGate } from "../connection/identify-gate.ts";
import { intentsStatement } from "../connection/intents.ts";
import type { Gateway, GatewayListener } from "../gateway.ts";
import { readShardSays, type ShardHears, type ShardSays, type ShardStart } from "./shard-talk.ts";

/** What the shards are started with. */
export interface ShardedGatewayOptions extends ShardStart {
  readonly token: string;
  /** How many. */
  readonly shards: number;
  /** The compiled `shard-process.js`. */
  readonly processFile: string;
  readonly identifyGate: IdentifyGate;
  readonly log: Log;
}

/** How long a shard process is waited for at the end, before it is killed. */
const mostStopMs = 5000;
const firstPauseMs = 500;
const longestPauseMs = 60_000;

/**
 * The gateway through one process a shard, under discord.js's ShardingManager: they hold connections only
 * and hand every event to this process, where conversations, store, ticker and outbox stay one.
 */
export class ShardedGateway implements Gateway {
  readonly #options: ShardedGatewayOptions;
  readonly #manager: ShardingManager;
  readonly #ready = new Set<number>();
  /** By shard, how long before its process is started again, in ms. */
  readonly #pauses = new Map<number, number>();
  readonly #stopping = new AbortController();
  #isContentRefused = false;
  #welcomed: (shard: number) => void = () => undefined;
  #over: (cause: unknown) => void = () => undefined;

  constructor(options: ShardedGatewayOptions) {
    this.#options = options;
    const { token, shards, processFile, apiBaseUrl } = options;
    const { messageContent, scheduledEvents } = options;
    const start: ShardStart = { apiBaseUrl, messageContent, scheduledEvents };
    this.#manager = withoutEnvironment(
      () =>
        new ShardingManager(processFile, {
          token,
          totalShards: shards,
          shardArgs: [JSON.stringify(start)],
          execArgv: [],
          // Its own would start a process that fails at once again and again.
          respawn: false,
        }),
    );
  }

  get hasMessageContent(): boolean {
    return this.#options.messageContent && !this.#isContentRefused;
  }

  async start(listener: GatewayListener): Promise<void> {
    const { shards, log } = this.#options;
    if (this.#stopping.signal.aborted) return;
    log.info("discord-intents", intentsStatement(this.#options));
    log.info("shards-starting", { shards });
    const allReady = new Promise<void>((resolve, reject) => {
      this.#welcomed = (shard) => {
        if (this.#ready.add(shard).size >= shards) resolve();
      };
      this.#over = (cause) => {
        // While it starts, whoever started it hears; later, whoever listens.
        reject(cause);
        if (this.#ready.size >= shards) listener.fail(cause);
      };
    });
    this.#manager.on("shardCreate", (shard) => {
      this.#attend(shard, listener);
    });
    // At once and without a time limit: the gate says when each may identify.
    await this.#manager.spawn({ delay: 0, timeout: -1 });
    await allReady;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#manager.shards.map((shard) => this.#end(shard)));
  }

  #attend(shard: Shard, listener: GatewayListener): void {
    const { log } = this.#options;
    shard.on("message", (message) => {
      const said = readShardSays(message);
      if (said) this.#hear(shard, said, listener);
    });
    shard.on("spawn", (child) => {
      log.info("shard-process-started", {
        shard: shard.id,
        ...("pid" in child && { pid: child.pid }),
      });
      // One that could not be forked says so and nothing else; discord.js does not listen.
      child.on("error", (cause: Error) => {
        log.error("shard-process-failed", cause, { shard: shard.id });
        if ("pid" in child && child.pid === undefined) void this.#again(shard);
      });
    });
    shard.on("death", () => {
      if (!this.#stopping.signal.aborted) void this.#again(shard);
    });
  }

  #hear(shard: Shard, said: ShardSays, listener: GatewayListener): void {
    switch (said.kind) {
      case "dispatch": {
        const { type, data } = said;
        listener.hear({ type, data, shard: said.shard });
        if (type === "READY") {
          this.#pauses.delete(shard.id);
          this.#welcomed(said.shard);
        }
        return;
      }
      case "identify":
        void this.#let(shard, said);
        return;
      case "content-refused":
        this.#isContentRefused = true;
        return;
      case "over":
        // Another process would be refused in the same way.
        this.#stopping.abort();
        this.#over(new KnownError(said.words));
        return;
      case "log":
        this.#write(said);
    }
  }

  /** Starts a shard's process anew, after a pause that grows until Discord welcomes it. */
  async #again(shard: Shard): Promise<void> {
    const { log } = this.#options;
    const { signal } = this.#stopping;
    const pauseMs = this.#pauses.get(shard.id) ?? firstPauseMs;
    this.#pauses.set(shard.id, Math.min(pauseMs * 2, longestPauseMs));
    log.warn("shard-process-ended", { shard: shard.id, pauseMs });
    try {
      await timeout(pauseMs, undefined, { signal });
      shard.process = null;
      await shard.spawn(-1);
    } catch (cause) {
      if (this.#stopping.signal.aborted) return;
      log.error("shard-not-started", cause, { shard: shard.id });
      await this.#again(shard);
    }
  }

  async #let(shard: Shard, asked: Extract<ShardSays, { kind: "identify" }>): Promise<void> {
    const { identifyGate, log } = this.#options;
    try {
      await identifyGate.pass(asked.shard, this.#stopping.signal);
      await shard.send({ kind: "may-identify", ticket: asked.ticket } satisfies ShardHears);
    } catch (cause) {
      if (this.#stopping.signal.aborted) return;
      // Its process ended meanwhile: the next one asks for itself.
      log.error("identify-not-let", cause, { shard: asked.shard });
    }
  }

  #write({ level, event, fields, cause }: Extract<ShardSays, { kind: "log" }>): void {
    const { log } = this.#options;
    // Said once, for all shards.
    if (event === "discord-intents") return;
    if (level === "error") log.error(event, new Error(cause), fields);
    else log[level](event, fields);
  }

  async #end(shard: Shard): Promise<void> {
    const { process: child } = shard;
    if (!child || child.exitCode !== null) return;
    const gone = once(child, "exit");
    try {
      await shard.send({ kind: "stop" } satisfies ShardHears);
    } catch {
      // Its channel is closed: it is ending by itself.
    }
    const waited = timeout(mostStopMs, "late", { ref: false });
    if ((await Promise.race([gone, waited])) === "late") child.kill("SIGKILL");
    await gone;
  }
}

/** ShardingManager writes its settings and the token in this process's environment, where no client should find them. */
function withoutEnvironment(make: () => ShardingManager): ShardingManager {
  const manager = make();
  for (const name of ["SHARDING_MANAGER", "SHARDING_MANAGER_MODE", "DISCORD_TOKEN"]) {
    Reflect.deleteProperty(process.env, name);
  }
  return manager;
}

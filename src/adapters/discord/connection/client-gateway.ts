import { setTimeout as timeout } from "node:timers/promises";
import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from "discord.js";
import { KnownError } from "../../../model/errors.ts";
import type { Log } from "../../../ports/log.ts";
import type { Gateway, GatewayListener } from "../gateway.ts";
import { badToken, faultOfClose } from "./close-codes.ts";
import { createClient } from "./create-client.ts";
import type { IdentifyGate } from "./identify-gate.ts";
import { intentsStatement } from "./intents.ts";

/** What a connection is made with. */
export interface ClientGatewayOptions {
  readonly apiBaseUrl: string;
  readonly token: string;
  readonly messageContent: boolean;
  readonly scheduledEvents?: boolean | undefined;
  readonly shards?: { readonly ids: readonly number[]; readonly count: number } | undefined;
  readonly log: Log;
  /** Passed before each identify. */
  readonly identifyGate?: IdentifyGate | undefined;
}

const firstPauseMs = 1000;
const longestPauseMs = 60_000;
const intentRefused = 4014;

/** The gateway through discord.js in this process. */
export class ClientGateway implements Gateway {
  readonly #options: ClientGatewayOptions;
  readonly #stopping = new AbortController();
  /** Ends the connection there is, or is being made, for good. */
  #drop: () => Promise<void> = async () => undefined;
  #isContentRefused = false;

  constructor(options: ClientGatewayOptions) {
    this.#options = options;
  }

  get hasMessageContent(): boolean {
    return this.#options.messageContent && !this.#isContentRefused;
  }

  async start(listener: GatewayListener): Promise<void> {
    const { messageContent, log } = this.#options;
    log.info("discord-intents", intentsStatement(this.#options));
    await this.#connect(listener, messageContent, firstPauseMs);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#drop();
  }

  async #connect(listener: GatewayListener, withContent: boolean, pauseMs: number): Promise<void> {
    const { log, token } = this.#options;
    if (this.#stopping.signal.aborted) return;
    const left = new AbortController();
    let isIn = false;
    const client = this.#listen(listener.hear, withContent, left.signal, (code) => {
      // While logging in, login itself says so.
      if (isIn) void this.#over(code, listener, withContent);
    });
    this.#drop = async () => {
      left.abort();
      await client.destroy();
    };
    try {
      await client.login(token);
      isIn = true;
    } catch (cause) {
      await this.#drop();
      if (isBadToken(cause)) throw new KnownError(badToken, { cause });
      if (withContent && isIntentRefused(cause)) return this.#connectWithout(listener, pauseMs);
      const known = closeFaultOf(cause);
      if (known) throw known;
      log.warn(isSpent(cause) ? "identifies-used-up" : "discord-unreachable", {
        pauseMs,
        why: reasonOf(cause),
      });
      await timeout(pauseMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      return this.#connect(listener, withContent, Math.min(pauseMs * 2, longestPauseMs));
    }
  }

  /** Message Content was refused, at the first start or later: without it the rest goes on. */
  async #connectWithout(listener: GatewayListener, pauseMs: number): Promise<void> {
    this.#isContentRefused = true;
    this.#options.log.warn("message-content-refused", {
      reduced: "rooms that opted in are answered when the assistant is mentioned",
      remedy:
        "grant Message Content in the developer portal (Bot, Privileged Gateway Intents), or set discord.messageContent to false",
    });
    await this.#connect(listener, false, pauseMs);
  }

  /** A connection that was made is closed; discord.js makes it again by itself unless the code forbids it. */
  async #over(code: number, listener: GatewayListener, withContent: boolean): Promise<void> {
    const fault = faultOfClose(code);
    if (!fault) return;
    try {
      if (code !== intentRefused || !withContent) throw fault;
      await this.#drop();
      await this.#connectWithout(listener, firstPauseMs);
    } catch (cause) {
      listener.fail(cause);
    }
  }

  #listen(
    onDispatch: GatewayListener["hear"],
    messageContent: boolean,
    left: AbortSignal,
    onDisconnect: (code: number) => void,
  ): Client {
    const { apiBaseUrl, shards, log, identifyGate, scheduledEvents } = this.#options;
    const client = createClient({
      apiBaseUrl,
      intents: { messageContent, scheduledEvents },
      shards,
      left,
      onDispatch,
      identifyGate,
    });
    client.on(Events.Error, (cause) => {
      log.error("discord-client-fault", cause);
    });
    client.on(Events.ShardError, (cause, shard) => {
      log.warn("discord-connection-fault", { shard, why: reasonOf(cause) });
    });
    client.on(Events.ShardReconnecting, (shard) => {
      log.info("discord-reconnecting", { shard });
    });
    client.on(Events.ShardDisconnect, ({ code }, shard) => {
      log.warn("discord-disconnected", { shard, code });
      onDisconnect(code);
    });
    return client;
  }
}

function isBadToken(cause: unknown): boolean {
  const isInvalid =
    cause instanceof DiscordjsError && cause.code === DiscordjsErrorCodes.TokenInvalid;
  return isInvalid || (cause instanceof Error && cause.message === "Authentication failed");
}

function isIntentRefused(cause: unknown): boolean {
  return cause instanceof Error && cause.message === disallowed;
}

const disallowed = "Used disallowed intents";

/** The words by which `@discordjs/ws` names the other codes that end a connection. */
function closeFaultOf(cause: unknown): KnownError | undefined {
  if (!(cause instanceof Error)) return undefined;
  const codes: Readonly<Record<string, number>> = {
    "Invalid shard": 4010,
    "Sharding is required": 4011,
    "Used an invalid API version": 4012,
    "Used invalid intents": 4013,
    [disallowed]: intentRefused,
  };
  const code = Object.hasOwn(codes, cause.message) ? codes[cause.message] : undefined;
  return code === undefined ? undefined : faultOfClose(code);
}

/** Discord lets nobody in before the day is over; its words say when. */
function isSpent(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith("Not enough sessions remaining");
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : "unknown";
}

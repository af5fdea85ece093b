import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import type { Store } from "../../../ports/store.ts";
import { ClientGateway } from "../connection/client-gateway.ts";
import { fetchGatewayLimits } from "../connection/gateway-limits.ts";
import { DurableIdentifyGate } from "../connection/identify-gate.ts";
import type { DiscordSettings } from "../discord-settings.ts";
import type { Gateway, GatewayListener } from "../gateway.ts";
import type { DiscordRest } from "../rest.ts";
import { untilReached } from "../until-reached.ts";
import { ShardedGateway } from "./sharded-gateway.ts";

/** What the connection is chosen and made with. */
export interface GatewayOpening {
  readonly settings: Pick<
    DiscordSettings,
    "apiBaseUrl" | "messageContent" | "scheduledEvents" | "shards"
  >;
  readonly token: string;
  readonly rest: DiscordRest;
  /** Opened with `discordKinds` among its types. */
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** The compiled `shard-process.js`. */
  readonly processFile: string;
}

/**
 * The gateway, not connected yet: in this process for one shard, which is enough below 2,500 guilds, else
 * through a process a shard.
 */
export function openGateway(opening: GatewayOpening): Gateway {
  const { shards } = opening.settings;
  return shards === "auto" ? new CountedGateway(opening) : gatewayOf(shards, opening);
}

/** As many shards as Discord says, asked once the connection begins. */
class CountedGateway implements Gateway {
  readonly #opening: GatewayOpening;
  readonly #stopping = new AbortController();
  #gateway: Gateway | undefined;

  constructor(opening: GatewayOpening) {
    this.#opening = opening;
  }

  get hasMessageContent(): boolean | undefined {
    return this.#gateway?.hasMessageContent;
  }

  async start(listener: GatewayListener): Promise<void> {
    const { rest, log } = this.#opening;
    const { signal } = this.#stopping;
    const { shards } = await untilReached(() => fetchGatewayLimits(rest), log, signal);
    signal.throwIfAborted();
    this.#gateway = gatewayOf(shards, this.#opening);
    await this.#gateway.start(listener);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#gateway?.stop();
  }
}

function gatewayOf(shards: number, opening: GatewayOpening): Gateway {
  const { settings, token, rest, store, clock, log, processFile } = opening;
  const { apiBaseUrl, messageContent } = settings;
  const identifyGate = new DurableIdentifyGate({ rest, store, clock, log, shards });
  const scheduledEvents = (settings.scheduledEvents ?? []).length > 0;
  const options = { apiBaseUrl, token, messageContent, scheduledEvents, log, identifyGate };
  return shards === 1
    ? new ClientGateway(options)
    : new ShardedGateway({ ...options, shards, processFile });
}

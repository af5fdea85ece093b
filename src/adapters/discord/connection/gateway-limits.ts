import { fieldOf, numberOf } from "../field-of.ts";
import type { DiscordRest } from "../rest.ts";

/** What Discord allows us at the gateway. Source: developers/events/gateway#get-gateway-bot */
export interface GatewayLimits {
  /** How many shards it recommends. */
  readonly shards: number;
  /** Identifies a day. */
  readonly total: number;
  /** How many of them are left. */
  readonly remaining: number;
  /** How many shards may identify in 5 s. */
  readonly maxConcurrency: number;
}

/** Asks for the limits; what a server does not say is as at Discord. @throws DiscordRefusal, DiscordUnreachable */
export async function fetchGatewayLimits(rest: DiscordRest): Promise<GatewayLimits> {
  const told = await rest.request({ method: "GET", path: "/gateway/bot" });
  const limit = fieldOf(told, "session_start_limit");
  const total = atLeastOne(numberOf(limit, "total"), 1000);
  return {
    shards: atLeastOne(numberOf(told, "shards"), 1),
    total,
    remaining: numberOf(limit, "remaining") ?? total,
    maxConcurrency: atLeastOne(numberOf(limit, "max_concurrency"), 1),
  };
}

function atLeastOne(value: number | undefined, otherwise: number): number {
  return value === undefined || value < 1 ? otherwise : Math.floor(value);
}

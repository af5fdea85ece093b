import type { Clock } from "../../../../src/ports/clock.ts";

/** 2015-01-01T00:00:00Z. Source: discord-api-docs developers/reference#snowflakes */
const EPOCH_MS = 1_420_070_400_000;

/** Makes ids that sort by time: the clock's, and where it stands still, one after another. */
export class Snowflakes {
  readonly #clock: Clock;
  #lastMs = 0;
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): string {
    const ms = Math.max(this.#clock.now().getTime(), this.#lastMs);
    this.#count = ms === this.#lastMs ? this.#count + 1 : 0;
    // 4,096 ids a millisecond; the next ones borrow from the time to come.
    this.#lastMs = this.#count > 4095 ? ms + 1 : ms;
    if (this.#count > 4095) this.#count = 0;
    return String((BigInt(this.#lastMs - EPOCH_MS) << 22n) | BigInt(this.#count));
  }

  /** The next id whose guild events go to a shard. */
  nextOnShard(shard: number, shards: number): string {
    const id = this.next();
    const off = (((shard - shardOf(id, shards)) % shards) + shards) % shards;
    return String(BigInt(id) + (BigInt(off) << 22n));
  }
}

/** When an id was made, in ms since 1970. */
export function msOf(id: string): number {
  return Number(BigInt(id) >> 22n) + EPOCH_MS;
}

/** Which shard a guild's events go to. Source: developers/events/gateway#sharding */
export function shardOf(guildId: string, shards: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shards));
}

/** Sorts ids from the oldest. */
export function byAge(one: { readonly id: string }, other: { readonly id: string }): number {
  return Number(BigInt(one.id) - BigInt(other.id));
}

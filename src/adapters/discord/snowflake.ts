/** The first second of Discord, in Unix ms. Source: https://discord.com/developers/docs/reference#snowflakes */
const epochMs = 1_420_070_400_000;

/** When the thing of this id was made. */
export function instantOf(id: string): Date {
  return new Date(Number(BigInt(id) >> 22n) + epochMs);
}

/** The smallest id of what is made at an instant or after. */
export function firstIdAt(instant: Date): string {
  return String(BigInt(Math.max(0, instant.getTime() - epochMs)) << 22n);
}

/** The id just before another one. */
export function idBefore(id: string): string {
  return String(BigInt(id) - 1n);
}

/** Sorts ids by the time they were made. */
export function byAge(a: string, b: string): number {
  const [first, second] = [BigInt(a), BigInt(b)];
  return first < second ? -1 : Number(first > second);
}

/**
 * The number of the shard that is told of a guild.
 * Source: https://discord.com/developers/docs/events/gateway#sharding-sharding-formula
 */
export function shardOf(guild: string, shards: number): number {
  return Number((BigInt(guild) >> 22n) % BigInt(Math.max(1, shards)));
}

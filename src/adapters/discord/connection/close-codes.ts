import { KnownError } from "../../../model/errors.ts";

/**
 * What a connection that is over for good means, and what to do; undefined when it may come back.
 * Of 4014 it speaks once no privileged intent is asked any more: before, the connection goes on without it.
 */
export function faultOfClose(code: number): KnownError | undefined {
  const words = faults.get(code);
  return words === undefined ? undefined : new KnownError(words);
}

/** The remedy for a token Discord does not know. */
export const badToken =
  "Discord does not know the token. Copy it again from the developer portal (Bot, Reset Token) into PASSERELLE_DISCORD_TOKEN.";

/**
 * The codes after which reconnecting is of no use.
 * Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const faults: ReadonlyMap<number, string> = new Map([
  [4004, badToken],
  [4010, "Discord refused the number of this shard. Check `discord.shards`."],
  [4011, "Discord wants more shards for so many guilds. Set `discord.shards` to `auto`."],
  [4012, "Discord no longer speaks this version of its API. Update Passerelle."],
  [4013, "Discord refused the intents that were asked. Update Passerelle."],
  [
    4014,
    "Discord refused an intent although none was asked that has to be granted. Update Passerelle.",
  ],
]);

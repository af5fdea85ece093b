import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import type { ReadPlace } from "../discord-documents.ts";
import { fieldOf, idOf, listOf } from "../field-of.ts";
import type { Dispatch } from "../gateway.ts";
import type { ReadPlaces } from "../receiving/read-places.ts";
import { DiscordRefusal, type DiscordRest } from "../rest.ts";
import { byAge, shardOf } from "../snowflake.ts";
import { DAY_MS } from "../../../model/durations.ts";

/** What catching up needs. */
export interface CatchUpParts {
  readonly rest: DiscordRest;
  readonly places: ReadPlaces;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes a message as the gateway would have told it. */
  readonly take: (message: unknown) => Promise<void>;
}

/** Pages of 100 messages read of one channel: whoever was away longer does not answer everything. */
const mostPages = 3;
/** Channels silent for longer are not asked for what came. */
const longestSilenceMs = 14 * DAY_MS;
/** Channels asked at the same time: the pace is for people. */
const atOnce = 4;

/** One of the connections that guilds are shared among. */
export interface Shard {
  readonly id: number;
  /** How many there are. */
  readonly count: number;
}

/** Whose session a READY begins. Source: developers/events/gateway-events#ready */
export function shardIn({ data, shard }: Dispatch): Shard {
  const count = listOf(data, "shard")[1];
  return { id: shard, count: typeof count === "number" && count >= 1 ? Math.floor(count) : 1 };
}

/**
 * Fetches what came while the gateway did not tell us, in every channel we were spoken to in lately.
 * @param shard whose guilds these are
 */
export async function catchUp(parts: CatchUpParts, shard: Shard): Promise<void> {
  const { places, clock, log } = parts;
  const since = clock.now().getTime() - longestSilenceMs;
  const waiting = places
    .all()
    .filter(([, { at }]) => Date.parse(at) >= since)
    .filter(([, { guild }]) => isOfShard(guild, shard));
  if (waiting.length === 0) return;
  let messages = 0;
  const next = async (): Promise<void> => {
    const channel = waiting.shift();
    if (!channel) return;
    messages += await readChannel(channel[0], channel[1], parts);
    return next();
  };
  const channels = waiting.length;
  await Promise.all(Array.from({ length: atOnce }, next));
  log.info("caught-up", { channels, messages });
}

async function readChannel(
  channel: string,
  { last, isDirect, guild }: ReadPlace,
  parts: CatchUpParts,
): Promise<number> {
  let after = last;
  let messages = 0;
  for (let page = 0; page < mostPages; page += 1) {
    // Each page says where the next begins.
    // oxlint-disable-next-line no-await-in-loop
    const found = await readPage(channel, after, parts);
    const newest = found.at(-1);
    if (newest === undefined) break;
    after = newest.id;
    messages += found.length;
    // Fetched messages do not say where they were written: any guild makes them shared.
    const where = isDirect ? {} : { guild_id: guild ?? "0" };
    const takes = found.map(({ message }) => parts.take({ ...message, ...where }));
    // oxlint-disable-next-line no-await-in-loop
    const taken = await Promise.allSettled(takes);
    for (const one of taken) {
      // One that cannot be taken must not hold up the others.
      if (one.status === "rejected") parts.log.error("message-not-taken", one.reason, { channel });
    }
    if (found.length < 100) break;
  }
  return messages;
}

async function readPage(channel: string, after: string, { rest, places, log }: CatchUpParts) {
  try {
    const query = { after, limit: "100" };
    const answer = await rest.request({
      method: "GET",
      path: `/channels/${channel}/messages`,
      query,
    });
    return listOf(answer)
      .flatMap((message) => {
        const id = idOf(message, "id");
        const isObject = typeof message === "object" && message !== null;
        return id === undefined || !isObject || fieldOf(message, "author") === undefined
          ? []
          : [{ id, message: { ...message } }];
      })
      .toSorted((a, b) => byAge(a.id, b.id));
  } catch (cause) {
    if (!(cause instanceof DiscordRefusal)) throw cause;
    log.info("channel-not-caught-up", { channel, why: cause.code });
    if (isClosed(cause)) await places.drop(channel);
    return [];
  }
}

/** Unknown channel, or closed to us: asking again at each start would be refused again. */
function isClosed({ code, status }: DiscordRefusal): boolean {
  return status === 404 || code === 50_001;
}

/** Direct messages come to the first one. Source: developers/events/gateway#sharding */
function isOfShard(guild: string | undefined, { id, count }: Shard): boolean {
  return id === (guild === undefined ? 0 : shardOf(guild, count));
}

import { FormCheck } from "../checks/form-check.ts";
import { ok, type Call, type Reply } from "../http/route.ts";
import type { ServerCore } from "../server-core.ts";
import { messageView } from "../views/message-view.ts";
import { may, mustHave } from "../world/permissions-in.ts";
import { byAge } from "../world/snowflakes.ts";
import { isDirect } from "../world/world.ts";
import type { Message } from "../world/world-data.ts";

/**
 * A channel's messages, newest first; none without the right to read history.
 * Source: discord-api-docs developers/resources/message#get-channel-messages
 */
export function listMessages(core: ServerCore, { params: [channelId = ""], query }: Call): Reply {
  const { world, bot } = core;
  const channel = world.channel(channelId);
  mustHave(world, channel, bot.id);
  const form = new FormCheck();
  const limit = form.integer(["limit"], Number(query.get("limit") ?? 50), 1, 100) ?? 50;
  form.done();
  const isBlind = !isDirect(channel) && !may(world, channel, bot.id, "ReadMessageHistory");
  const seen = isBlind ? [] : channel.messages.filter(({ onlyFor }) => onlyFor === undefined);
  const page = pageOf(seen.toSorted(byAge), query, limit);
  return ok(page.toReversed().map((message) => messageView(world, message, core.viewing())));
}

/** @param messages oldest first */
function pageOf(
  messages: readonly Message[],
  query: URLSearchParams,
  limit: number,
): readonly Message[] {
  const [around, before, after] = ["around", "before", "after"].map((name) => bound(query, name));
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    const place = messages.findIndex(({ id }) => BigInt(id) >= around);
    const start = Math.max(0, (place === -1 ? messages.length : place) - half);
    return messages.slice(start, start + limit);
  }
  if (before !== undefined) return messages.filter(({ id }) => BigInt(id) < before).slice(-limit);
  if (after !== undefined) return messages.filter(({ id }) => BigInt(id) > after).slice(0, limit);
  return messages.slice(-limit);
}

function bound(query: URLSearchParams, name: string): bigint | undefined {
  const text = query.get(name);
  return text !== null && /^\d+$/.test(text) ? BigInt(text) : undefined;
}

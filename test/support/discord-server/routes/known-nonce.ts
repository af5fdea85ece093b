import type { Json } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import type { Channel, Message } from "../world/world-data.ts";

/**
 * The message that the assistant made in this channel with the same nonce "in the past few minutes",
 * when the request asks for that.
 * Source: discord-api-docs developers/resources/message#create-message, `enforce_nonce`
 */
export function knownNonce(core: ServerCore, channel: Channel, body: Json): Message | undefined {
  const { nonce } = { nonce: body["nonce"] };
  if (body["enforce_nonce"] !== true || nonce === undefined || nonce === null) return undefined;
  const oldest = core.world.nowMs - core.settings.nonceWindowMs;
  return channel.messages.findLast(
    (message) =>
      message.authorId === core.bot.id && message.nonce === nonce && message.atMs > oldest,
  );
}

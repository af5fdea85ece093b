import type { ServerCore } from "../server-core.ts";
import { usersNamed, whoIsPinged } from "../world/who-is-pinged.ts";
import type { Message, MessageParts } from "../world/world-data.ts";
import { tellChannel, tellMessage } from "./tell.ts";

/** Changes what a message says; what is left out stays. An edit pings nobody anew. */
export function changeMessage(
  core: ServerCore,
  message: Message,
  changed: Partial<MessageParts>,
  allowed?: unknown,
): void {
  Object.assign(message, changed);
  if (changed.content !== undefined) {
    const { world } = core;
    message.mentioned = usersNamed(changed.content);
    // Answers that were deferred get their text by an edit, and ping by it.
    if (message.flags & 128) {
      const channel = world.channel(message.channelId);
      const author = world.account(message.authorId);
      message.pinged = whoIsPinged(world, {
        channel,
        author,
        content: changed.content,
        repliedTo: undefined,
        allowed,
      });
    }
  }
  if (message.flags & 128) message.flags &= ~128;
  else message.editedAt = core.world.clock.now();
  tellMessage(core, "MESSAGE_UPDATE", message);
}

/** Takes a message away. */
export function removeMessage(core: ServerCore, message: Message): void {
  const channel = core.world.channel(message.channelId);
  channel.messages.splice(channel.messages.indexOf(message), 1);
  const guild = channel.guildId === undefined ? {} : { guild_id: channel.guildId };
  if (message.onlyFor !== undefined) core.changes.happened();
  else
    tellChannel(core, "MESSAGE_DELETE", channel, {
      id: message.id,
      channel_id: channel.id,
      ...guild,
    });
}

import type { Json } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import { memberView } from "../views/account-view.ts";
import { channelView } from "../views/channel-view.ts";
import { emojiView, toldMessageView } from "../views/message-view.ts";
import { may } from "../world/permissions-in.ts";
import type { Channel, Message } from "../world/world-data.ts";

/** Tells the assistant of something in a guild it is in. */
export function tellGuild(core: ServerCore, type: string, guildId: string, data: Json): void {
  core.gateway.tell({ type, guildId, data: () => data });
  core.changes.happened();
}

/** Tells the assistant of something in a channel it sees; of what it does not see it is told nothing. */
export function tellChannel(core: ServerCore, type: string, channel: Channel, data: Json): void {
  const { gateway, world, bot } = core;
  const isSeen = may(world, channel, bot.id, "ViewChannel");
  if (isSeen) gateway.tell({ type, guildId: channel.guildId, data: () => data });
  core.changes.happened();
}

/** Tells of a channel or thread itself. */
export function tellOfChannel(core: ServerCore, type: string, channel: Channel): void {
  tellChannel(core, type, channel, channelView(core.world, channel, core.bot.id));
}

/** Tells of a message that was made or changed; ephemeral ones are told to nobody. */
export function tellMessage(core: ServerCore, type: string, message: Message): void {
  const { gateway, world, bot, changes } = core;
  const channel = world.channel(message.channelId);
  const isTold = message.onlyFor === undefined && may(world, channel, bot.id, "ViewChannel");
  if (isTold) {
    gateway.tell({
      type,
      guildId: channel.guildId,
      data: (session) => toldMessageView(world, message, core.viewing(session)),
    });
  }
  changes.happened();
}

/** Tells of a reaction put or taken away. */
export function tellReaction(
  core: ServerCore,
  type: string,
  message: Message,
  by: string,
  emoji: string,
): void {
  const channel = core.world.channel(message.channelId);
  const guild = core.world.guildOf(channel);
  const member = guild?.members.get(by);
  const isAdded = type === "MESSAGE_REACTION_ADD";
  tellChannel(core, type, channel, {
    user_id: by,
    channel_id: channel.id,
    message_id: message.id,
    message_author_id: message.authorId,
    emoji: emojiView(emoji),
    burst: false,
    type: 0,
    ...(guild && { guild_id: guild.id }),
    ...(isAdded && member && { member: memberView(member, core.world.account(by)) }),
  });
}

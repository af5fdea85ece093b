import type { Json } from "../json.ts";
import { msOf } from "../world/snowflakes.ts";
import { isDirect, isThread, type World } from "../world/world.ts";
import type { Channel, Guild, Overwrite } from "../world/world-data.ts";
import { accountView, memberView } from "./account-view.ts";

/** A channel as an account sees it. Source: developers/resources/channel#channel-object */
export function channelView(world: World, channel: Channel, viewer: string): Json {
  const common = {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.messages.findLast(({ onlyFor }) => onlyFor === undefined)?.id ?? null,
    flags: 0,
  };
  if (isDirect(channel)) return { ...common, recipients: recipientsOf(world, channel, viewer) };
  const inGuild = {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
  };
  if (isThread(channel)) return { ...inGuild, ...threadFields(channel, viewer) };
  return {
    ...inGuild,
    position: 0,
    topic: channel.topic ?? null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: [...channel.overwrites.values()].map(overwriteView),
  };
}

/** A thread's member. Source: developers/resources/channel#thread-member-object */
export function threadMemberView(
  world: World,
  thread: Channel,
  userId: string,
  guild?: Guild,
): Json {
  const member = guild?.members.get(userId);
  const account = world.accounts.get(userId);
  return {
    id: thread.id,
    user_id: userId,
    join_timestamp: new Date(msOf(thread.id)).toISOString(),
    flags: 0,
    ...(member && account && { member: memberView(member, account) }),
  };
}

function threadFields(channel: Channel, viewer: string): Json {
  const createdAt = new Date(msOf(channel.id)).toISOString();
  return {
    owner_id: channel.ownerId,
    message_count: channel.messages.length,
    total_message_sent: channel.messages.length,
    member_count: channel.people.size,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: channel.isArchived,
      auto_archive_duration: 1440,
      archive_timestamp: createdAt,
      locked: channel.isLocked,
      create_timestamp: createdAt,
    },
    ...(channel.people.has(viewer) && {
      member: { id: channel.id, user_id: viewer, join_timestamp: createdAt, flags: 0 },
    }),
  };
}

function recipientsOf(world: World, channel: Channel, viewer: string): readonly Json[] {
  return [...channel.people]
    .filter((id) => id !== viewer)
    .map((id) => accountView(world.account(id)));
}

function overwriteView({ id, type, allow, deny }: Overwrite): Json {
  return { id, type: type === "role" ? 0 : 1, allow: String(allow), deny: String(deny) };
}

import type { Json } from "../json.ts";
import { may } from "../world/permissions-in.ts";
import { isThread, type World } from "../world/world.ts";
import type { Guild, Role, ScheduledEvent } from "../world/world-data.ts";
import { accountView, memberView } from "./account-view.ts";
import { channelView } from "./channel-view.ts";

/** A guild as the API shows it. Source: developers/resources/guild#guild-object */
export function guildView(guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [...guild.roles.values()].map((role) => roleView(role)),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: guild.systemChannelId ?? null,
    system_channel_flags: 0,
    rules_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.preferredLocale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
  };
}

/**
 * A guild as it is told on arriving: with its channels, the threads the viewer is in or may see, its members.
 * Source: developers/events/gateway-events#guild-create
 */
export function arrivingGuildView(world: World, guild: Guild, viewer: string): Json {
  const seen = world
    .channelsOf(guild.id)
    .filter((channel) => may(world, channel, viewer, "ViewChannel"));
  const me = world.member(guild, viewer);
  return {
    ...guildView(guild),
    joined_at: me.joinedAt.toISOString(),
    large: false,
    member_count: guild.members.size,
    voice_states: [],
    // Without the members intent only the viewer is told of.
    members: [memberView(me, world.account(viewer))],
    channels: world
      .channelsOf(guild.id)
      .filter((channel) => !isThread(channel))
      .map((channel) => channelView(world, channel, viewer)),
    threads: seen
      .filter((channel) => isThread(channel) && !channel.isArchived)
      .map((channel) => channelView(world, channel, viewer)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [...guild.events.values()].map((event) => eventView(world, event)),
    soundboard_sounds: [],
  };
}

/** A role as the API shows it. Source: developers/topics/permissions#role-object */
export function roleView({ id, name, permissions, position, mentionable }: Role): Json {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: String(permissions),
    managed: false,
    mentionable,
    flags: 0,
  };
}

/** A scheduled event as the API shows it. Source: developers/resources/guild-scheduled-event */
export function eventView(world: World, { id, guildId, creatorId, fields }: ScheduledEvent): Json {
  return {
    channel_id: null,
    description: null,
    scheduled_end_time: null,
    entity_metadata: null,
    recurrence_rule: null,
    image: null,
    ...fields,
    ...Object.fromEntries(instantFields.map((field) => [field, shownInstant(fields[field])])),
    id,
    guild_id: guildId,
    creator_id: creatorId,
    creator: accountView(world.account(creatorId)),
    entity_id: null,
    user_count: 0,
  };
}

const instantFields = ["scheduled_start_time", "scheduled_end_time"] as const;

/** However it was written, an instant is shown in one way. Source: reference#iso8601-date-time */
function shownInstant(instant: unknown): string | null {
  return typeof instant === "string"
    ? new Date(instant).toISOString().replace(".000Z", "+00:00")
    : null;
}

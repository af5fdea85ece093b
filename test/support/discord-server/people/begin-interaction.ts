import { randomBytes } from "node:crypto";
import { Interaction } from "../interaction.ts";
import type { Json } from "../json.ts";
import type { ServerCore } from "../server-core.ts";
import { accountView, memberView } from "../views/account-view.ts";
import { channelView } from "../views/channel-view.ts";
import { messageView } from "../views/message-view.ts";
import { permissionBits } from "../world/permission-bits.ts";
import { permissionsIn } from "../world/permissions-in.ts";
import type { Account, Channel, Message } from "../world/world-data.ts";

/** What a person does with the assistant. */
export interface Act {
  readonly type: number;
  readonly person: Account;
  readonly channel: Channel;
  readonly data: Json;
  /** The message of the button, the select or the modal. */
  readonly message?: Message | undefined;
}

/** Tells the assistant of an interaction, and gives what becomes of it. */
export function beginInteraction(
  core: ServerCore,
  { type, person, channel, data, message }: Act,
): Interaction {
  const { world, changes, settings, gateway } = core;
  const id = world.ids.next();
  const token = randomBytes(48).toString("base64url");
  const payload = {
    id,
    application_id: core.applicationId,
    type,
    token,
    version: 1,
    data,
    ...placeOf(core, person, channel),
    // It is the assistant's own, and comes with its content.
    ...(message && {
      message: { ...messageView(world, message, core.viewing()), flags: message.flags },
    }),
    locale: person.locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
  };
  const start = { id, token, type, person, channel, atMs: world.nowMs, message, payload };
  const interaction = new Interaction(start, changes, settings.waitMs);
  core.interactions.set(token, interaction);
  gateway.tell({ type: "INTERACTION_CREATE", guildId: channel.guildId, data: () => payload });
  changes.happened();
  return interaction;
}

function placeOf({ world, bot }: ServerCore, person: Account, channel: Channel): Json {
  const guild = world.guildOf(channel);
  const view = channelView(world, channel, bot.id);
  if (!guild) {
    const { AttachFiles, EmbedLinks, MentionEveryone, UseExternalEmojis } = permissionBits;
    return {
      channel: view,
      channel_id: channel.id,
      user: accountView(person),
      app_permissions: String(AttachFiles | EmbedLinks | MentionEveryone | UseExternalEmojis),
      authorizing_integration_owners: { 0: "0" },
      context: 1,
    };
  }
  const permissions = String(permissionsIn(world, channel, person.id));
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferredLocale, features: [] },
    guild_locale: guild.preferredLocale,
    channel: { ...view, permissions },
    channel_id: channel.id,
    member: { ...memberView(world.member(guild, person.id), person), permissions },
    app_permissions: String(permissionsIn(world, channel, bot.id)),
    authorizing_integration_owners: { 0: guild.id },
    context: 0,
  };
}

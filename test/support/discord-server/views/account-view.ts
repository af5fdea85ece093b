import type { Json } from "../json.ts";
import type { Account, Member } from "../world/world-data.ts";

/** An account as the API shows it. Source: developers/resources/user#user-object */
export function accountView({ id, username, displayName, isBot }: Account): Json {
  return {
    id,
    username,
    discriminator: isBot ? "0001" : "0",
    global_name: isBot ? null : displayName,
    avatar: null,
    bot: isBot,
    system: false,
    public_flags: 0,
    flags: 0,
  };
}

/** A member as the API shows it. Source: developers/resources/guild#guild-member-object */
export function memberView({ roles, joinedAt }: Member, account?: Account): Json {
  return {
    ...(account && { user: accountView(account) }),
    nick: null,
    avatar: null,
    roles,
    joined_at: joinedAt.toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

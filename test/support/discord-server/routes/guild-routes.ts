import { refusal } from "../api-refusal.ts";
import { intents } from "../gateway/intents.ts";
import { ok, on, type Handle, type Route } from "../http/route.ts";
import { memberView } from "../views/account-view.ts";
import { channelView } from "../views/channel-view.ts";
import { guildView, roleView } from "../views/guild-view.ts";
import type { ServerCore } from "../server-core.ts";
import { isThread } from "../world/world.ts";
import type { Guild } from "../world/world-data.ts";

/** Guilds, as one of their members sees them. Source: developers/resources/guild */
export const guildRoutes: readonly Route[] = [
  on(
    "GET",
    "/guilds/:guild",
    inGuild((core, guild) => ({
      ...guildView(guild),
      approximate_member_count: guild.members.size,
      approximate_presence_count: core.world.accounts.size,
    })),
  ),
  on(
    "GET",
    "/guilds/:guild/channels",
    inGuild(({ world, bot }, guild) =>
      world
        .channelsOf(guild.id)
        .filter((one) => !isThread(one))
        .map((one) => channelView(world, one, bot.id)),
    ),
  ),
  on(
    "GET",
    "/guilds/:guild/roles",
    inGuild((_core, guild) => [...guild.roles.values()].map((role) => roleView(role))),
  ),
  on(
    "GET",
    "/guilds/:guild/members",
    inGuild(({ world, settings }, guild) => {
      if (!(settings.grantedIntents & intents.GuildMembers)) throw refusal("missingAccess");
      return [...guild.members.values()].map((member) =>
        memberView(member, world.account(member.userId)),
      );
    }),
  ),
  on(
    "GET",
    "/guilds/:guild/members/:user",
    inGuild(({ world, bot }, guild, user) => {
      const id = user === "@me" ? bot.id : user;
      return memberView(world.member(guild, id), world.account(id));
    }),
  ),
];

/** What the assistant may see of a guild it is in. @throws ApiRefusal 10004 for one it is not in */
function inGuild(view: (core: ServerCore, guild: Guild, user: string) => unknown): Handle {
  return (core, { params: [id = "", user = ""] }) => {
    const guild = core.world.guild(id);
    if (!guild.members.has(core.bot.id) || guild.isUnavailable) throw refusal("unknownGuild");
    return ok(view(core, guild, user));
  };
}

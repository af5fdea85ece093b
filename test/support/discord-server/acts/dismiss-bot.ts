import type { ServerCore } from "../server-core.ts";
import type { Guild } from "../world/world-data.ts";
import { tellGuild } from "./tell.ts";

/** Takes the assistant out of a guild: on its own wish, or thrown out. */
export function dismissBot(core: ServerCore, guild: Guild): void {
  tellGuild(core, "GUILD_DELETE", guild.id, { id: guild.id });
  guild.members.delete(core.bot.id);
}

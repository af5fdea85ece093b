import type { Role } from "../../../model/incoming-message.ts";
import type { DiscordSettings } from "../discord-settings.ts";
import { textOf } from "../field-of.ts";
import type { Dispatch } from "../gateway.ts";
import { GuildPicture } from "../guilds/guild-picture.ts";
import { rolesOfMember } from "../guilds/permissions-in.ts";
import { bitsIn } from "../guilds/rights.ts";
import { rolesOf } from "./roles.ts";

/** What people may do beyond asking, by what guilds tell of their roles. */
export class GuildRoles {
  readonly #settings: Pick<DiscordSettings, "roles" | "coordinatorPermission">;
  readonly #picture = new GuildPicture();

  constructor(settings: Pick<DiscordSettings, "roles" | "coordinatorPermission">) {
    this.#settings = settings;
  }

  /** Learns from what the gateway tells of guilds. */
  hear(dispatch: Dispatch): void {
    this.#picture.hear(dispatch);
  }

  /**
   * What somebody may do beyond asking, by the configuration and by their power in the guild.
   * @param member as in a message or an interaction; the latter tells permissions itself
   */
  rolesOf(person: string, guild: string | undefined, member: unknown): Role[] {
    const told = guild === undefined ? undefined : bitsIn(textOf(member, "permissions"));
    const permissions = told ?? this.#picture.permissionsOf(guild, person, member);
    return rolesOf({ user: person, roles: rolesOfMember(member), permissions }, this.#settings);
  }
}

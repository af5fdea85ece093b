import type { Dispatch } from "../gateway.ts";
import { fieldOf, idOf, listOf, textOf } from "../field-of.ts";
import {
  type GuildRights,
  permissionsInGuild,
  roleRights,
  rolesOfMember,
} from "./permissions-in.ts";
import { bitsIn } from "./rights.ts";

/** What is known of a guild while we are in it. */
export interface SeenGuild extends GuildRights {
  readonly name: string;
  readonly systemChannelId: string | undefined;
  /** As `fr` or `en-US`. */
  readonly locale: string;
  readonly joinedAt: string | undefined;
  /** Without its threads: a forum opens them by the hundred. */
  readonly channels: ReadonlySet<string>;
}

/**
 * The guilds we are in, as the gateway tells of them: with them the permissions of who writes are known
 * without asking. In memory only, a few hundred bytes a role.
 */
export class GuildPicture {
  readonly #guilds = new Map<string, SeenGuild>();

  get(guild: string): SeenGuild | undefined {
    return this.#guilds.get(guild);
  }

  /** What a member may do in a guild; undefined when the guild is not known. @param member as Discord shows them */
  permissionsOf(guild: string | undefined, user: string, member: unknown): bigint | undefined {
    const seen = guild === undefined ? undefined : this.#guilds.get(guild);
    return seen && permissionsInGuild({ user, roles: rolesOfMember(member) }, seen);
  }

  /** The guild a channel is in, as far as it is known. */
  guildOf(channel: string): SeenGuild | undefined {
    return [...this.#guilds.values()].find(({ channels }) => channels.has(channel));
  }

  /** Takes in an event; others than those of guilds are left alone. */
  hear({ type, data }: Pick<Dispatch, "type" | "data">): void {
    const id = idOf(
      data,
      type.startsWith("GUILD_ROLE_") || changesChannels(type) ? "guild_id" : "id",
    );
    if (type === "GUILD_CREATE" && id !== undefined && fieldOf(data, "unavailable") !== true) {
      this.#guilds.set(id, readGuild(id, data));
    } else if (type === "GUILD_DELETE" && id !== undefined) this.#guilds.delete(id);
    const seen = id === undefined ? undefined : this.#guilds.get(id);
    if (!seen || id === undefined) return;
    if (type === "GUILD_UPDATE") this.#guilds.set(id, { ...seen, ...readChange(data) });
    else if (type.startsWith("GUILD_ROLE_")) this.#guilds.set(id, withRole(seen, type, data));
    else if (changesChannels(type)) this.#guilds.set(id, withChannel(seen, type, idOf(data, "id")));
  }
}

function changesChannels(type: string): boolean {
  return type === "CHANNEL_CREATE" || type === "CHANNEL_DELETE";
}

function withChannel(seen: SeenGuild, type: string, channel: string | undefined): SeenGuild {
  if (channel === undefined) return seen;
  const channels = new Set(seen.channels);
  if (type === "CHANNEL_DELETE") channels.delete(channel);
  else channels.add(channel);
  return { ...seen, channels };
}

function readGuild(id: string, data: unknown): SeenGuild {
  return {
    id,
    ...readChange(data),
    joinedAt: textOf(data, "joined_at"),
    channels: new Set(listOf(data, "channels").flatMap((channel) => idOf(channel, "id") ?? [])),
  };
}

/** What both a guild's arrival and its change tell. */
function readChange(data: unknown) {
  return {
    name: textOf(data, "name") ?? "",
    ownerId: idOf(data, "owner_id"),
    systemChannelId: idOf(data, "system_channel_id"),
    locale: textOf(data, "preferred_locale") ?? "",
    roles: roleRights(listOf(data, "roles")),
  };
}

function withRole(seen: SeenGuild, type: string, data: unknown): SeenGuild {
  const roles = new Map(seen.roles);
  const gone = idOf(data, "role_id");
  const id = idOf(data, "role", "id");
  if (type === "GUILD_ROLE_DELETE" && gone !== undefined) roles.delete(gone);
  else if (id !== undefined) roles.set(id, bitsIn(textOf(data, "role", "permissions")) ?? 0n);
  return { ...seen, roles };
}

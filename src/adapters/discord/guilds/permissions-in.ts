import { fieldOf, idOf, listOf, textOf } from "../field-of.ts";
import { bitsIn, hasRight } from "./rights.ts";

/** Somebody in a guild. */
export interface MemberSeen {
  readonly user: string;
  readonly roles: readonly string[];
}

/** A guild, as far as permissions go. */
export interface GuildRights {
  readonly id: string;
  readonly ownerId: string | undefined;
  /** What each role gives, that of everyone (the guild's own id) included. */
  readonly roles: ReadonlyMap<string, bigint>;
}

const every = ~0n;

/**
 * What a member may do in the whole guild.
 * Source: developers/topics/permissions#permission-hierarchy
 */
export function permissionsInGuild({ user, roles }: MemberSeen, guild: GuildRights): bigint {
  if (user === guild.ownerId) return every;
  const bits = [guild.id, ...roles].reduce((sum, role) => sum | (guild.roles.get(role) ?? 0n), 0n);
  return hasRight(bits, "Administrator") ? every : bits;
}

/**
 * What a member may do in a channel: the guild's permissions, then the overwrites of everyone, of roles,
 * of the member. A thread has those of its parent.
 * @param channel as the API shows it
 * Source: developers/topics/permissions#permission-overwrites
 */
export function permissionsInChannel(
  member: MemberSeen,
  guild: GuildRights,
  channel: unknown,
): bigint {
  const bits = permissionsInGuild(member, guild);
  if (bits === every) return bits;
  const overwrites = listOf(channel, "permission_overwrites").map(readOverwrite);
  const of = (ids: readonly string[]) =>
    overwrites
      .filter(({ id }) => id !== undefined && ids.includes(id))
      .reduce((sum, one) => ({ allow: sum.allow | one.allow, deny: sum.deny | one.deny }), nothing);
  const steps = [of([guild.id]), of(member.roles), of([member.user])];
  const there = steps.reduce((sum, { allow, deny }) => (sum & ~deny) | allow, bits);
  // Without View Channel nothing is allowed: developers/topics/permissions#implicit-permissions
  return hasRight(there, "ViewChannel") ? there : 0n;
}

/** What the roles of a guild give. @param roles as the API shows them */
export function roleRights(roles: readonly unknown[]): ReadonlyMap<string, bigint> {
  return new Map(
    roles.flatMap((role) => {
      const id = idOf(role, "id");
      return id === undefined ? [] : [[id, bitsIn(textOf(role, "permissions")) ?? 0n] as const];
    }),
  );
}

/** The ids of somebody's roles. @param member as the API shows them */
export function rolesOfMember(member: unknown): readonly string[] {
  return listOf(member, "roles").flatMap((role) => idOf(role) ?? []);
}

const nothing = { allow: 0n, deny: 0n };

function readOverwrite(overwrite: unknown) {
  return {
    id: idOf(fieldOf(overwrite, "id")),
    allow: bitsIn(textOf(overwrite, "allow")) ?? 0n,
    deny: bitsIn(textOf(overwrite, "deny")) ?? 0n,
  };
}

import type { Role } from "../../../model/incoming-message.ts";
import type { DiscordRoles, DiscordSettings } from "../discord-settings.ts";
import { hasRight } from "../guilds/rights.ts";

/** Somebody who wrote or pressed, as far as roles go. */
export interface PersonSeen {
  readonly user: string;
  /** The ids of their roles in the guild; none in a direct message. */
  readonly roles: readonly string[];
  /** What they may do in the guild or the channel; undefined when it is not known. */
  readonly permissions: bigint | undefined;
}

/**
 * What a person may do beyond asking: what the configuration says of them or of one of their Discord
 * roles, and coordinate its rooms where the guild gives them the permission the configuration names.
 */
export function rolesOf(
  person: PersonSeen,
  settings: Pick<DiscordSettings, "roles" | "coordinatorPermission">,
): Role[] {
  const { coordinators, mediators, advisers } = settings.roles;
  const { permissions = 0n } = person;
  const roles: Role[] = [];
  if (isNamed(person, coordinators)) roles.push("coordinator");
  else if (hasRight(permissions, settings.coordinatorPermission)) roles.push("room-coordinator");
  if (isNamed(person, mediators)) roles.push("mediator");
  if (isNamed(person, advisers)) roles.push("adviser");
  return roles;
}

function isNamed({ user, roles }: PersonSeen, ids: DiscordRoles[keyof DiscordRoles]): boolean {
  return ids.includes(user) || roles.some((role) => ids.includes(role));
}

import { refusal } from "../api-refusal.ts";
import { allPermissions, bitsOf, permissionBits, type PermissionName } from "./permission-bits.ts";
import { isDirect, isThread, type World } from "./world.ts";
import type { Channel, Guild } from "./world-data.ts";

/**
 * What a member may do in a channel: roles, then the overwrites of everyone, of roles, of the member.
 * Source: discord-api-docs developers/topics/permissions#permission-overwrites
 */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  const guild = world.guildOf(channel);
  if (!guild) return channel.people.has(userId) ? allPermissions : 0n;
  const place = isThread(channel) ? world.channel(channel.parentId ?? "") : channel;
  const bits = withOverwrites(guild, place, userId);
  // Without View Channel nothing is allowed: developers/topics/permissions#implicit-permissions
  return bits & permissionBits.ViewChannel ? bits : 0n;
}

/** What a member may do in the whole guild, nothing for a stranger. */
export function permissionsOf(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return allPermissions;
  const bits = [guild.id, ...member.roles].reduce(
    (sum, role) => sum | (guild.roles.get(role)?.permissions ?? 0n),
    0n,
  );
  return bits & permissionBits.Administrator ? allPermissions : bits;
}

/** Whether someone may do something in a channel. */
export function may(
  world: World,
  channel: Channel,
  userId: string,
  ...names: PermissionName[]
): boolean {
  const wanted = bitsOf(names);
  return (permissionsIn(world, channel, userId) & wanted) === wanted;
}

/**
 * Lets on only who sees the channel and has the rights.
 * @throws ApiRefusal 50001 without View Channel, 50013 without another right
 */
export function mustHave(
  world: World,
  channel: Channel,
  userId: string,
  ...names: PermissionName[]
): void {
  if (!may(world, channel, userId, "ViewChannel")) throw refusal("missingAccess");
  if (isDirect(channel)) return;
  if (!may(world, channel, userId, ...names)) throw refusal("missingPermissions");
}

/** The right that sending needs: threads have their own. */
export function sendingRight(channel: Channel): PermissionName {
  return isThread(channel) ? "SendMessagesInThreads" : "SendMessages";
}

function withOverwrites(guild: Guild, channel: Channel, userId: string): bigint {
  const bits = permissionsOf(guild, userId);
  const member = guild.members.get(userId);
  if (!member || bits === allPermissions) return bits;
  const { overwrites } = channel;
  const ofRoles = member.roles.flatMap((role) => overwrites.get(role) ?? []);
  const roles = {
    allow: ofRoles.reduce((sum, { allow }) => sum | allow, 0n),
    deny: ofRoles.reduce((sum, { deny }) => sum | deny, 0n),
  };
  return [overwrites.get(guild.id), roles, overwrites.get(userId)].reduce(
    (sum, over) => (over ? (sum & ~over.deny) | over.allow : sum),
    bits,
  );
}

import type { Role } from "../../../model/incoming-message.ts";
import { fieldOf } from "../field-of.ts";
import type { RoomView, Us } from "./us.ts";

/**
 * What a person may do beyond asking: what the configuration says of them, and coordinate a
 * room that gives them power. Power in a direct room counts for nothing: everybody has it in their own.
 */
export function rolesOf(user: string, room: RoomView, { settings }: Pick<Us, "settings">): Role[] {
  const { coordinators, mediators, advisers, coordinatorPowerLevel } = settings;
  const hasPower = !room.isDirect && powerOf(user, room) >= coordinatorPowerLevel;
  const roles: Role[] = [];
  if (coordinators.includes(user)) roles.push("coordinator");
  else if (hasPower) roles.push("room-coordinator");
  if (mediators.includes(user)) roles.push("mediator");
  if (advisers.includes(user)) roles.push("adviser");
  return roles;
}

/**
 * A person's power level; Infinity for creators, 0 where the room says nothing of them.
 * Source: https://spec.matrix.org/v1.16/client-server-api/#mroompower_levels
 */
function powerOf(user: string, { powerLevels, creators }: RoomView): number {
  if (creators.includes(user)) return Infinity;
  const own = levelIn(fieldOf(powerLevels, "users", user));
  return own ?? levelIn(fieldOf(powerLevels, "users_default")) ?? 0;
}

/** Old rooms write levels as strings. */
function levelIn(value: unknown): number | undefined {
  if (typeof value === "string" && /^\s*-?\d+\s*$/.test(value)) return Number(value);
  return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
}

import { GatewayOpcodes } from "discord.js";
import { fieldOf } from "../field-of.ts";

/**
 * A frame of the gateway as `@discordjs/ws` can read it: where it needs data, a frame that brings none (null
 * or absent) would make it throw, and the process end.
 * @returns null for one that says nothing without its data
 */
export function wholeFrame(frame: unknown): unknown {
  if (typeof frame !== "object" || frame === null) return null;
  if (fieldOf(frame, "d") !== undefined) return frame;
  const code = fieldOf(frame, "op");
  // Not said to be resumable, a session is not.
  if (code === GatewayOpcodes.InvalidSession) return { ...frame, d: false };
  const isNeeded = code === GatewayOpcodes.Hello || fieldOf(frame, "t") === "READY";
  return isNeeded ? null : frame;
}

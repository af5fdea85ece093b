import { isObject } from "../json-object.ts";
import type { EventContent, RoomEvent } from "../room-event.ts";

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list. */
export function textsOf(value: unknown): string[] {
  return listOf(value).filter((item) => typeof item === "string");
}

/** Those of a list that are events of a room, and such as a client could have sent. */
export function readRoomEvents(value: unknown): RoomEvent[] {
  return listOf(value).flatMap((item) => readRoomEvent(item) ?? []);
}

function readRoomEvent(value: unknown): RoomEvent | undefined {
  if (!isObject(value)) return undefined;
  const { event_id: id, type, sender, origin_server_ts: at, state_key: stateKey } = value;
  if (!isName(id, "$") || !isName(type, "") || !isName(sender, "@")) return undefined;
  if (stateKey !== undefined && typeof stateKey !== "string") return undefined;
  const content = readContent(value["content"]);
  if (!content) return undefined;
  // Within the content since version 11 of rooms.
  const redacts = value["redacts"] ?? content["redacts"];
  return {
    id,
    type,
    sender,
    sentAt: dateOf(at),
    content,
    stateKey,
    redacts: type === "m.room.redaction" && isName(redacts, "$") ? redacts : undefined,
  };
}

/** The last of the years that are written in four digits. */
const lastInstant = Date.UTC(9999, 11, 31);

/** No event is dropped for its date, which its sender's server makes up; one that cannot be read is long ago. */
function dateOf(at: unknown): Date {
  const ms = typeof at === "number" && !Number.isNaN(at) ? at : 0;
  return new Date(Math.min(lastInstant, Math.max(0, ms)));
}

/** A message for our device, as it came; undefined when it is none. */
export function readToDevice(value: unknown): unknown {
  if (!isObject(value)) return undefined;
  const { type, sender, content } = value;
  return isName(type, "") && isName(sender, "@") && readContent(content) ? value : undefined;
}

/** The content of an event, unless it is larger or deeper than any event may be. */
export function readContent(value: unknown): EventContent | undefined {
  return isObject(value) && isWithinLimits(value) ? value : undefined;
}

/**
 * Ids and types have 255 bytes at most; half a character in one could not stand in an address.
 * Source: https://spec.matrix.org/v1.16/client-server-api/#size-limits
 */
export function isName(value: unknown, start: string): value is string {
  if (typeof value !== "string" || value === "" || value.length > 255) return false;
  return value.startsWith(start) && value.isWellFormed();
}

/** An event has 65,536 bytes at most; this counts a little less than its bytes. */
const mostCharacters = 70_000;
/** Deeper ones could not be written as JSON again; real ones have about ten levels. */
const mostLevels = 64;

/** Looks at every part once, and at no more than the limits. */
function isWithinLimits(value: object): boolean {
  let left = mostCharacters;
  let level: object[] = [value];
  for (let levels = 0; level.length > 0; levels += 1) {
    if (levels === mostLevels) return false;
    const next: object[] = [];
    for (const object of level) {
      const parts: [string, unknown][] = Object.entries(object);
      for (const [name, part] of parts) {
        left -= name.length + 1 + (typeof part === "string" ? part.length : 1);
        if (left < 0) return false;
        if (typeof part === "object" && part !== null) next.push(part);
      }
    }
    level = next;
  }
  return true;
}

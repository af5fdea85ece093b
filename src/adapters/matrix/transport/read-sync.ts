import { fieldOf } from "../field-of.ts";
import type { CryptoSync } from "../crypto/crypto-sync.ts";
import { fieldsOf } from "../json-object.ts";
import type { Invitation, JoinedRoom, SyncBatch } from "../room-event.ts";
import { type DirectRooms, directRoomsIn } from "./direct-rooms-in.ts";
import {
  isName,
  listOf,
  readContent,
  readRoomEvents,
  readToDevice,
  textsOf,
} from "./read-event-json.ts";

/** A sync as it was read. */
export interface ReadSync {
  readonly batch: SyncBatch;
  /** By room, where what is missing before its timeline ends. */
  readonly gaps: ReadonlyMap<string, string>;
}

/** Who is asked for, and since when. */
export interface AskedSync {
  /** Our own id. */
  readonly user: string;
  /** Undefined at the first sync. */
  readonly since: string | undefined;
}

/**
 * Reads what a sync answered. Odd events, rooms and lists are left out; undefined when it is no sync at
 * all, or does not say where to go on.
 */
export function readSync(answer: unknown, { user, since }: AskedSync): ReadSync | undefined {
  const next = fieldOf(answer, "next_batch");
  if (typeof next !== "string" || next === "") return undefined;
  const isFirst = since === undefined;
  const rooms = (kind: string) =>
    Object.entries(fieldsOf(fieldOf(answer, "rooms", kind))).filter(([room]) => isName(room, "!"));
  const gaps = new Map<string, string>();
  for (const [room, content] of isFirst ? [] : rooms("join")) {
    const from = fieldOf(content, "timeline", "prev_batch");
    if (isLimited(content) && typeof from === "string") gaps.set(room, from);
  }
  const batch: SyncBatch = {
    next,
    isFirst,
    crypto: readCrypto(answer),
    joined: rooms("join").map(([room, content]) => readJoined(room, content, isFirst)),
    invitations: rooms("invite").flatMap(([room, content]) => readInvite(room, content, user)),
    left: rooms("leave").map(([room]) => room),
    directRooms: readDirectRooms(fieldOf(answer, "account_data", "events")),
  };
  return { batch, gaps };
}

function readJoined(room: string, content: unknown, isFirst: boolean): JoinedRoom {
  return {
    room,
    state: readRoomEvents(fieldOf(content, "state", "events")).filter(
      ({ stateKey }) => stateKey !== undefined,
    ),
    timeline: readRoomEvents(fieldOf(content, "timeline", "events")),
    hasGap: !isFirst && isLimited(content),
  };
}

function isLimited(content: unknown): boolean {
  return fieldOf(content, "timeline", "limited") === true;
}

/** Invitations come with a stripped state, whose events have neither id nor time. */
function readInvite(room: string, content: unknown, user: string): Invitation[] {
  for (const event of listOf(fieldOf(content, "invite_state", "events"))) {
    const { type, sender, state_key: stateKey, content: said } = fieldsOf(event);
    if (type !== "m.room.member" || stateKey !== user || !isName(sender, "@")) continue;
    return [{ room, inviter: sender, isDirect: fieldOf(said, "is_direct") === true }];
  }
  return [];
}

function readCrypto(answer: unknown): CryptoSync {
  const unused = fieldOf(answer, "device_unused_fallback_key_types");
  const counts = Object.entries(fieldsOf(fieldOf(answer, "device_one_time_keys_count")));
  return {
    toDevice: listOf(fieldOf(answer, "to_device", "events")).flatMap(
      (event) => readToDevice(event) ?? [],
    ),
    changedUsers: textsOf(fieldOf(answer, "device_lists", "changed")),
    leftUsers: textsOf(fieldOf(answer, "device_lists", "left")),
    oneTimeKeyCounts: Object.fromEntries(
      counts.flatMap(([name, count]) => (isCount(count) ? [[name, count] as const] : [])),
    ),
    unusedFallbackKeys: Array.isArray(unused) ? textsOf(unused) : undefined,
  };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function readDirectRooms(events: unknown): DirectRooms | undefined {
  const direct = listOf(events).findLast((event) => fieldOf(event, "type") === "m.direct");
  const content = readContent(fieldOf(direct, "content"));
  return content && directRoomsIn(content);
}

import { fieldOf } from "../field-of.ts";
import type { RoomEncryption } from "../crypto/encryption-settings.ts";
import type { EventContent, RoomEvent } from "../room-event.ts";

/** What is known of a room we are in, changed in place as events come. */
export interface RoomState {
  /** By user id, those who left or were banned are not there. */
  readonly members: Map<string, "join" | "invite">;
  /** Content of `m.room.power_levels`; undefined when the room has none. */
  powerLevels: EventContent | undefined;
  /** Whose power has no limit: creators, in rooms of version 12 and above. */
  creators: readonly string[];
  /** Undefined where messages are in clear. */
  encryption: RoomEncryption | undefined;
  historyVisibility: string | undefined;
  /** Undefined where nobody gave it one. */
  name: string | undefined;
  /** As `#ateliers:example.org`. */
  alias: string | undefined;
  isPublic: boolean;
}

/** A room nothing is known of yet. */
export function emptyRoomState(): RoomState {
  return {
    members: new Map(),
    powerLevels: undefined,
    creators: [],
    encryption: undefined,
    historyVisibility: undefined,
    name: undefined,
    alias: undefined,
    isPublic: false,
  };
}

/** Changes what an event of the room's state changes; any other event changes nothing. */
export function applyState(state: RoomState, event: RoomEvent): void {
  const { type, stateKey, content } = event;
  if (stateKey === undefined) return;
  if (type === "m.room.member") {
    const membership = fieldOf(content, "membership");
    if (membership === "join" || membership === "invite") state.members.set(stateKey, membership);
    else state.members.delete(stateKey);
  }
  if (type === "m.room.create") state.creators = readCreators(event);
  if (stateKey === "") applyRoomState(state, type, content);
}

function applyRoomState(state: RoomState, type: string, content: EventContent): void {
  switch (type) {
    case "m.room.power_levels":
      state.powerLevels = content;
      break;
    case "m.room.history_visibility":
      state.historyVisibility = textOf(content, "history_visibility");
      break;
    case "m.room.encryption":
      state.encryption = readEncryption(content);
      break;
    case "m.room.name":
      state.name = textOf(content, "name") || undefined;
      break;
    case "m.room.canonical_alias":
      state.alias = textOf(content, "alias") || undefined;
      break;
    case "m.room.join_rules":
      state.isPublic = textOf(content, "join_rule") === "public";
      break;
    default:
  }
}

/** Source: https://spec.matrix.org/v1.16/rooms/v12/#event-format, "creators". */
function readCreators({ sender, content }: RoomEvent): readonly string[] {
  const version = Number(textOf(content, "room_version") ?? "1");
  if (!(version >= 12) || sender === "") return [];
  const others = fieldOf(content, "additional_creators");
  const more = Array.isArray(others) ? others.filter((user) => typeof user === "string") : [];
  return [sender, ...more];
}

/** How a room is encrypted, from its `m.room.encryption`; whatever stands there, it is encrypted. */
export function readEncryption(content: EventContent): RoomEncryption {
  return {
    historyVisibility: undefined,
    rotationPeriodMs: numberOf(content, "rotation_period_ms"),
    rotationPeriodMessages: numberOf(content, "rotation_period_msgs"),
  };
}

function textOf(content: EventContent, name: string): string | undefined {
  const value = fieldOf(content, name);
  return typeof value === "string" ? value : undefined;
}

function numberOf(content: EventContent, name: string): number | undefined {
  const value = fieldOf(content, name);
  return typeof value === "number" ? value : undefined;
}

import { RefusedByServer } from "../crypto/key-server.ts";
import { fieldOf } from "../field-of.ts";
import { fieldsOf, isObject } from "../json-object.ts";
import type { EventContent, Homeserver, RoomEvent } from "../room-event.ts";
import { errorCodeOf } from "../transport/server-faults.ts";
import { applyState, emptyRoomState, type RoomState } from "./room-state.ts";

/** State that is not there means nothing; encryption is asked as the others, and failing is failing. */
const asked = [
  "m.room.encryption",
  "m.room.power_levels",
  "m.room.history_visibility",
  "m.room.name",
  "m.room.canonical_alias",
  "m.room.join_rules",
];

/** Few: whoever needs the answer tries again later. */
const tries = 3;

/**
 * Asks the server what is to be known of a room.
 * @throws when any of it cannot be had: a room is never taken for one without encryption by mistake
 */
export async function loadRoom(server: Homeserver, room: string): Promise<RoomState> {
  const [members, creation, ...contents] = await Promise.all([
    server.request({ method: "GET", path: `${pathOf(room)}/members`, tries }),
    creationOf(server, room),
    ...asked.map((type) => stateOf(server, room, type)),
  ]);
  const state = emptyRoomState();
  for (const [index, type] of asked.entries()) {
    const content = contents[index];
    if (content) applyState(state, stateEvent(type, "", content));
  }
  applyState(state, creation);
  const chunk = fieldOf(members, "chunk");
  if (!Array.isArray(chunk)) throw new TypeError("the server did not say who is in the room");
  for (const member of chunk) {
    const person: unknown = fieldOf(member, "state_key");
    const content = fieldsOf(fieldOf(member, "content"));
    if (typeof person === "string") applyState(state, stateEvent("m.room.member", person, content));
  }
  return state;
}

/** Who made the room and how: with its sender where the server gives that. */
async function creationOf(server: Homeserver, room: string): Promise<RoomEvent> {
  const path = `${pathOf(room)}/state/m.room.create`;
  const given = await server.request({ method: "GET", path, query: { format: "event" }, tries });
  const [sender, content] = [fieldOf(given, "sender"), fieldOf(given, "content")];
  const event = stateEvent("m.room.create", "", fieldsOf(content ?? given));
  return { ...event, sender: typeof sender === "string" ? sender : "" };
}

/** The content of a room's state event; undefined when there is none. @throws when that is not known */
export async function stateOf(
  server: Homeserver,
  room: string,
  type: string,
): Promise<EventContent | undefined> {
  try {
    const path = `${pathOf(room)}/state/${encodeURIComponent(type)}`;
    const content = await server.request({ method: "GET", path, tries });
    if (!isObject(content)) throw new TypeError(`the server gave no content for ${type}`);
    return content;
  } catch (cause) {
    if (cause instanceof RefusedByServer && errorCodeOf(cause) === "M_NOT_FOUND") return undefined;
    throw cause;
  }
}

/** The path of a room, for requests. */
export function pathOf(room: string): string {
  return `/client/v3/rooms/${encodeURIComponent(room)}`;
}

function stateEvent(type: string, stateKey: string, content: EventContent): RoomEvent {
  return {
    id: "",
    type,
    sender: "",
    sentAt: new Date(0),
    content,
    stateKey,
    redacts: undefined,
  };
}

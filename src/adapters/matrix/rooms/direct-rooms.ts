import { RefusedByServer } from "../crypto/key-server.ts";
import { type Fields, fieldsOf } from "../json-object.ts";
import type { Homeserver } from "../room-event.ts";
import { type DirectRooms, directRoomsIn } from "../transport/direct-rooms-in.ts";
import { listOf } from "../transport/read-event-json.ts";
import { errorCodeOf } from "../transport/server-faults.ts";

/**
 * Asks for the account's list of direct rooms.
 * Source: https://spec.matrix.org/v1.16/client-server-api/#direct-messaging
 */
export async function readDirectRooms(server: Homeserver, ourUser: string): Promise<DirectRooms> {
  return directRoomsIn(await listAt(server, ourUser));
}

/** Puts a room in the list, so that other programs of the account show it as direct. */
export async function markDirect(
  server: Homeserver,
  { ourUser, person, room }: { ourUser: string; person: string; room: string },
): Promise<void> {
  // What we do not understand of it is kept as it is.
  const before = await listAt(server, ourUser);
  const rooms = listOf(before[person]);
  if (rooms.includes(room)) return;
  const body = { ...before, [person]: [...rooms, room] };
  await server.request({ method: "PUT", path: pathOf(ourUser), body });
}

async function listAt(server: Homeserver, ourUser: string): Promise<Fields> {
  try {
    return fieldsOf(await server.request({ method: "GET", path: pathOf(ourUser), tries: 2 }));
  } catch (cause) {
    if (cause instanceof RefusedByServer && errorCodeOf(cause) === "M_NOT_FOUND") return {};
    throw cause;
  }
}

function pathOf(user: string): string {
  return `/client/v3/user/${encodeURIComponent(user)}/account_data/m.direct`;
}

import { RefusedByServer } from "../crypto/key-server.ts";
import { fieldOf } from "../field-of.ts";
import type { Sending } from "../matrix-documents.ts";
import type { Homeserver } from "../room-event.ts";
import { stateOf } from "../rooms/load-room.ts";
import type { Rooms } from "../rooms/rooms.ts";
import { CannotBeShown } from "./cannot-be-shown.ts";
import { encrypted } from "./seal-part.ts";
import { HOUR_MS } from "../../../model/durations.ts";

/** How long a message waits for us to be in the room that takes the place of its own. */
const longestMoveMs = HOUR_MS;

/** The room that takes the place of a room is not ours to write in yet. */
class StillMoving extends Error {
  override readonly name = "StillMoving";
}

/**
 * The room that took the place of a sending's own, which refuses it; undefined when none did.
 * @throws StillMoving when we are not there yet
 */
export async function findSuccessor(
  { reply, sealedAt, at }: Sending,
  {
    server,
    rooms,
    now,
  }: { readonly server: Homeserver; readonly rooms: Rooms; readonly now: Date },
): Promise<string | undefined> {
  const { room } = reply.to;
  const successor = await rooms.successorOf(room);
  if (successor !== undefined) return successor;
  const isLate = now.getTime() - Date.parse(sealedAt ?? at) > longestMoveMs;
  if (isLate || !(await isReplaced(server, room))) return undefined;
  throw new StillMoving("the room was replaced, and we are not in the new one yet");
}

/** What is left of a sending, for the room that took the place of its own. */
export async function moveTo(room: string, sending: Sending, rooms: Rooms): Promise<Sending> {
  const { reply, sealed } = sending;
  if (reply.reaction) throw new CannotBeShown("what it is a sign on stayed behind");
  // Whoever asked in an encrypted room did not ask to be answered before everybody.
  if (sealed?.type === encrypted && !(await rooms.get(room)).encryption)
    throw new CannotBeShown("its room was encrypted, the one that took its place is not");
  // What it answers stayed behind.
  const { inReplyTo: _answered, thread: _thread, replaces: _replaced, ...rest } = reply;
  return { ...sending, reply: { ...rest, to: { ...reply.to, room } }, sealed: undefined };
}

async function isReplaced(server: Homeserver, room: string): Promise<boolean> {
  try {
    const tombstone = await stateOf(server, room, "m.room.tombstone");
    return typeof fieldOf(tombstone, "replacement_room") === "string";
  } catch (cause) {
    // No longer ours to see: what was refused stays refused.
    if (cause instanceof RefusedByServer && cause.status === 403) return false;
    throw cause;
  }
}

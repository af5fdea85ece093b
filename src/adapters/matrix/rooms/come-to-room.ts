import type { Log } from "../../../ports/log.ts";
import { fieldOf } from "../field-of.ts";
import type { Joining } from "../matrix-documents.ts";
import type { Homeserver } from "../room-event.ts";
import { markDirect } from "./direct-rooms.ts";
import { pathOf, stateOf } from "./load-room.ts";
import type { Rooms } from "./rooms.ts";

/** What coming to a room needs. */
export interface Coming {
  readonly server: Homeserver;
  readonly rooms: Rooms;
  readonly ourUser: string;
  /** Said where we may not stay. */
  readonly refusal: string;
  /** Told who had us come to a room. */
  readonly onArrival: (room: string, inviter: string) => Promise<void>;
  readonly log: Log;
}

/**
 * Joins a room and settles in it, or leaves it when it is not to be stayed in. Doing it again does no harm.
 * @param joining undefined when we are there already
 * @throws what the server throws
 */
export async function comeToRoom(
  room: string,
  joining: Joining | undefined,
  coming: Coming,
): Promise<void> {
  const { server, rooms, ourUser, onArrival } = coming;
  if ((await rooms.kept(room))?.isUnwanted === true) return leaveRoom(room, coming);
  if (joining) await join(room, joining, server);
  if (!(await isOurPlace(room, coming))) {
    await rooms.keep(room, { isUnwanted: true, joining: undefined });
    return leaveRoom(room, coming);
  }
  if (!joining) return undefined;
  const { inviter, isDirect } = joining;
  await onArrival(room, inviter);
  if (isDirect) await markDirect(server, { ourUser, person: inviter, room });
  return undefined;
}

async function join(room: string, { inviter }: Joining, server: Homeserver): Promise<void> {
  // Its server knows the room, whether or not we were invited.
  const via = inviter.slice(inviter.indexOf(":") + 1);
  await server.request({
    method: "POST",
    path: `/client/v3/join/${encodeURIComponent(room)}`,
    body: {},
    query: { server_name: via, via },
    timeoutMs: 120_000,
    // Who asks for it tries again.
    tries: 1,
  });
}

async function leaveRoom(room: string, { server, rooms, refusal }: Coming): Promise<void> {
  const path = `${pathOf(room)}/leave`;
  await server.request({ method: "POST", path, body: { reason: refusal }, tries: 1 });
  await rooms.leave(room);
}

/**
 * Whether we may stay. Of rooms that name it their successor, it must name one as the room before it:
 * whoever has power in a room can name any other its successor, one we are in already too.
 */
async function isOurPlace(room: string, { server, rooms, log }: Coming): Promise<boolean> {
  const all = await rooms.listKept();
  const naming = all.filter(({ kept }) => kept.successor === room && !kept.isSuccessorSure);
  if (naming.length > 0) {
    const creation = await stateOf(server, room, "m.room.create");
    const predecessor = fieldOf(creation, "predecessor", "room_id");
    const before = naming.find((old) => old.room === predecessor);
    if (before) {
      const isDirect = before.kept.isDirect === true ? { isDirect: true } : {};
      await rooms.keepAll({
        [before.room]: { isSuccessorSure: true },
        [room]: { isOnTrial: undefined, ...isDirect },
      });
      return true;
    }
    for (const old of naming) {
      log.warn("room-replaced-not-confirmed", { room, replaces: old.room });
    }
  }
  return (await rooms.kept(room))?.isOnTrial !== true;
}

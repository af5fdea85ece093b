import type { Log } from "../../../ports/log.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import type { MatrixSettings } from "../matrix-settings.ts";
import type { Homeserver } from "../room-event.ts";
import { reasonOf } from "../transport/server-faults.ts";
import { markDirect } from "./direct-rooms.ts";
import { openDirectRoom } from "./open-plain-room.ts";
import type { Rooms } from "./rooms.ts";

/** What finding somebody's direct room needs. */
export interface RoomWithParts {
  readonly server: Homeserver;
  readonly rooms: Rooms;
  readonly ourUser: string;
  readonly settings: Pick<MatrixSettings, "encryption">;
  readonly hasEncryption: boolean;
  readonly log: Log;
}

/**
 * The room between a person and us: the one there is, else a new one they are invited to, encrypted where
 * we can. @throws what the server throws
 */
export async function roomWith(person: string, parts: RoomWithParts): Promise<string> {
  const { server, rooms, ourUser, hasEncryption, log } = parts;
  const found = await findRoom(person, parts);
  if (found !== undefined) return found;
  const room = await openDirectRoom(server, person, hasEncryption);
  await rooms.keep(room, { isDirect: true });
  try {
    await markDirect(server, { ourUser, person, room });
  } catch (cause) {
    // It is direct all the same; other programs of the account do not show it so.
    log.info("direct-room-not-listed", { room, why: reasonOf(cause) });
  }
  return room;
}

/** One they are in comes before one they were only invited to. */
async function findRoom(person: string, parts: RoomWithParts): Promise<string | undefined> {
  const { rooms } = parts;
  let invited: string | undefined;
  for (const room of await rooms.mayBeWith(person)) {
    // In order, and no further than needed: most often the first is the one.
    // oxlint-disable-next-line no-await-in-loop
    const membership = await membershipIn(room, person, parts);
    if (membership === "join") return room;
    if (membership === "invite") invited ??= room;
  }
  return invited;
}

/** Undefined for a room that is not between the two of us, or where we may not say this. */
async function membershipIn(
  room: string,
  person: string,
  { rooms, settings, hasEncryption }: RoomWithParts,
): Promise<"join" | "invite" | undefined> {
  try {
    const { members, encryption } = await rooms.get(room);
    const membership = members.get(person);
    if (membership === undefined || !(await rooms.isDirect(room))) return undefined;
    const isFit = encryption ? hasEncryption : settings.encryption !== "required";
    return isFit ? membership : undefined;
  } catch (cause) {
    // We are there no more.
    if (cause instanceof RefusedByServer && cause.status === 403) return undefined;
    throw cause;
  }
}

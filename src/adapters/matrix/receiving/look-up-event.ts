import type { DurableOlmMachine } from "../crypto/olm-machine.ts";
import type { Homeserver, RoomEvent } from "../room-event.ts";
import { pathOf } from "../rooms/load-room.ts";
import { readRoomEvents } from "../transport/read-event-json.ts";
import { decryptRoomEvent } from "./decrypt-room-event.ts";

/** What looking for an event needs. */
export interface LookingUp {
  readonly server: Pick<Homeserver, "request">;
  readonly machine: Pick<DurableOlmMachine, "decrypt"> | undefined;
}

/** What is said next in the room waits for it. */
const mostMs = 2000;

/** An event of a room by its id, decrypted; undefined where the server does not tell in time, or it cannot be read. */
export async function lookUpEvent(
  room: string,
  id: string,
  { server, machine }: LookingUp,
): Promise<RoomEvent | undefined> {
  const path = `${pathOf(room)}/event/${encodeURIComponent(id)}`;
  try {
    const answer = await server.request({ method: "GET", path, tries: 1, timeoutMs: mostMs });
    const [event] = readRoomEvents([answer]);
    if (!event) return undefined;
    const found = await decryptRoomEvent(event, room, machine);
    return found.kind === "readable" ? found.event : undefined;
  } catch {
    // What it says would help; what leans on it is taken without.
    return undefined;
  }
}

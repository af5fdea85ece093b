import { fieldOf } from "../field-of.ts";
import type { Homeserver } from "../room-event.ts";

/**
 * Opens a direct room without encryption and invites a person to it: where we can talk when we cannot
 * in an encrypted one. @returns its id
 */
export async function openPlainRoom(server: Homeserver, person: string): Promise<string> {
  const answer = await server.request({
    method: "POST",
    path: "/client/v3/createRoom",
    body: { preset: "trusted_private_chat", is_direct: true, invite: [person] },
  });
  const room = fieldOf(answer, "room_id");
  if (typeof room === "string") return room;
  throw new TypeError("the server did not say which room it made");
}

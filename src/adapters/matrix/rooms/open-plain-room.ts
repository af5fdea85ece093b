import { fieldOf } from "../field-of.ts";
import type { Homeserver } from "../room-event.ts";

/**
 * Opens a direct room without encryption and invites a person to it: where we can talk when we cannot
 * in an encrypted one. @returns its id
 */
export async function openPlainRoom(server: Homeserver, person: string): Promise<string> {
  return openDirectRoom(server, person, false);
}

/** Opens a direct room and invites a person to it. @returns its id */
export async function openDirectRoom(
  server: Homeserver,
  person: string,
  isEncrypted: boolean,
): Promise<string> {
  const answer = await server.request({
    method: "POST",
    path: "/client/v3/createRoom",
    body: {
      preset: "trusted_private_chat",
      is_direct: true,
      invite: [person],
      ...(isEncrypted && { initial_state: [encryption] }),
    },
  });
  const room = fieldOf(answer, "room_id");
  if (typeof room === "string") return room;
  throw new TypeError("the server did not say which room it made");
}

/** Source: https://spec.matrix.org/v1.16/client-server-api/#mroomencryption */
const encryption = {
  type: "m.room.encryption",
  state_key: "",
  content: { algorithm: "m.megolm.v1.aes-sha2" },
};

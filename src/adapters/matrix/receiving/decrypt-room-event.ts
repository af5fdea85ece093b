import { fieldOf } from "../field-of.ts";
import type { DurableOlmMachine } from "../crypto/olm-machine.ts";
import type { RoomEvent } from "../room-event.ts";
import { readContent } from "../transport/read-event-json.ts";

/** An event as it can be read, or why it cannot be. */
export type ReadableEvent =
  | { readonly kind: "readable"; readonly event: RoomEvent }
  | {
      readonly kind: "unreadable";
      /** Its key may still come. */
      readonly mayCome: boolean;
      /** Why its sender's device kept the key from us, as it says. */
      readonly withheld: string | undefined;
    };

/** The type of an encrypted event. */
const encrypted = "m.room.encrypted";

/**
 * What people say under encryption. Deletions and state never are: the server would not have checked the
 * right to them.
 */
const said = new Set(["m.room.message", "m.reaction"]);

const never = { kind: "unreadable", mayCome: false, withheld: undefined } as const;

/** Decrypts an event of a room; one in clear stays what it is, and so does one that says nothing. */
export async function decryptRoomEvent(
  event: RoomEvent,
  room: string,
  machine: Pick<DurableOlmMachine, "decrypt"> | undefined,
): Promise<ReadableEvent> {
  const { id, type, sender, sentAt, content } = event;
  // Without anything encrypted, it was taken away.
  if (type !== encrypted || content["ciphertext"] === undefined) return { kind: "readable", event };
  if (!machine) return never;
  const raw = {
    event_id: id,
    type,
    sender,
    origin_server_ts: sentAt.getTime(),
    room_id: room,
    content,
  };
  const decrypted = await machine.decrypt(raw, room);
  if (decrypted.kind === "undecryptable") {
    const { why, withheld } = decrypted;
    return { kind: "unreadable", mayCome: why === "missing-key", withheld };
  }
  const inner = fieldOf(decrypted.event, "type");
  const words = readContent(fieldOf(decrypted.event, "content"));
  if (typeof inner !== "string" || !words) return never;
  if (!said.has(inner)) return { kind: "readable", event };
  return { kind: "readable", event: { ...event, type: inner, content: words } };
}

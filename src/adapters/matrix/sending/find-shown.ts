import { isDeepStrictEqual } from "node:util";
import { fieldOf } from "../field-of.ts";
import type { SealedPart } from "../matrix-documents.ts";
import type { Homeserver } from "../room-event.ts";
import { pathOf } from "../rooms/load-room.ts";

/** Messages of ours looked at; in each room they go out one after another. */
const last = 20;

/**
 * The event a part was shown as by a try whose answer was lost; undefined when it is not among the last
 * of ours in the room.
 */
export async function findShown(
  server: Homeserver,
  ourUser: string,
  room: string,
  { type, content }: SealedPart,
): Promise<string | undefined> {
  const filter = JSON.stringify({ senders: [ourUser], types: [type] });
  const query = { dir: "b", limit: last, filter };
  const path = `${pathOf(room)}/messages`;
  const found = fieldOf(await server.request({ method: "GET", path, query, tries: 3 }), "chunk");
  if (!Array.isArray(found)) throw new TypeError("the server did not say what is in the room");
  const ours: unknown = found.find(
    (event: unknown) =>
      fieldOf(event, "sender") === ourUser &&
      fieldOf(event, "type") === type &&
      isDeepStrictEqual(fieldOf(event, "content"), content),
  );
  const id = fieldOf(ours, "event_id");
  return typeof id === "string" ? id : undefined;
}

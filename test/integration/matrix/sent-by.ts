import { fieldOf } from "../../../src/adapters/matrix/field-of.ts";
import type { PlainClient } from "./plain-client.ts";

/** What the server has of somebody in a room, left out what belongs to no conversation. */
export interface SentEvent {
  readonly type: string;
  readonly content: unknown;
}

/** The events somebody sent to a room, state left out, oldest first, as the server has them. */
export async function sentBy(
  client: PlainClient,
  room: string,
  sender: string,
): Promise<readonly SentEvent[]> {
  const events = await client.history(room);
  return events
    .filter((event) => fieldOf(event, "sender") === sender)
    .filter((event) => fieldOf(event, "state_key") === undefined)
    .map((event) => ({
      type: String(fieldOf(event, "type")),
      content: fieldOf(event, "content"),
    }));
}

/** The types of events that may go unencrypted to an encrypted room: they say nothing of what is said. */
const harmless: ReadonlySet<string> = new Set([
  "m.room.encrypted",
  "m.reaction",
  "m.room.redaction",
]);

/** What an encrypted room was told in clear. */
export function inClear(events: readonly SentEvent[]): readonly SentEvent[] {
  return events.filter(({ type }) => !harmless.has(type));
}

/** The room keys and places in them ("ratchet indices") that encrypted events used; none may come twice. */
export function ratchetPlaces(events: readonly SentEvent[]): readonly string[] {
  return events
    .filter(({ type }) => type === "m.room.encrypted")
    .map(({ content }) => {
      const session = String(fieldOf(content, "session_id"));
      return `${session} ${ratchetIndex(String(fieldOf(content, "ciphertext")))}`;
    });
}

/**
 * The index a Megolm message was encrypted at.
 * Source: https://gitlab.matrix.org/matrix-org/olm/-/blob/master/docs/megolm.md#message-format
 */
function ratchetIndex(ciphertext: string): number {
  const bytes = Buffer.from(ciphertext, "base64");
  // Version 3, then the tag of the index, then the index in groups of 7 bits, lowest first.
  if (bytes[0] !== 3 || bytes[1] !== 8) throw new Error("not a Megolm message");
  let index = 0;
  for (let place = 2; ; place += 1) {
    const byte = bytes[place];
    if (byte === undefined) throw new Error("a Megolm message that ends early");
    index += (byte & 127) * 2 ** (7 * (place - 2));
    if (byte < 128) return index;
  }
}

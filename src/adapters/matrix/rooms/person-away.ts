import { PlaceRefused } from "../../../model/errors.ts";
import type { Reply } from "../../../model/reply.ts";
import { within } from "../receiving/within.ts";
import type { Rooms } from "./rooms.ts";

/** A message is not held up longer by a server that does not tell who is in a room. */
const patienceMs = 1000;

/**
 * Refuses what is relayed, or answers nothing, where nobody would read it: in a direct room the person left;
 * what is relayed to a person who left, or did not want, every room with us. What the server does not tell stands in nobody's way.
 * @throws PlaceRefused
 */
export async function checkPersonThere(
  { to, kind, inReplyTo, replaces, reaction }: Reply,
  rooms: Rooms,
): Promise<void> {
  if (replaces !== undefined || reaction) return;
  if (inReplyTo !== undefined && kind !== "relay") return;
  const { room, person, isDirect } = to;
  if (!isDirect && person === undefined) return;
  const isAway = room.startsWith("!")
    ? rooms.isDeserted(room)
    : kind === "relay" && person !== undefined && rooms.hasRefused(person);
  const told = await within(
    patienceMs,
    Promise.resolve(isAway).catch(() => false),
  );
  if (told === true) throw new PlaceRefused("the person left the room with us, or did not join it");
}

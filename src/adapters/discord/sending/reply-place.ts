import { personKey } from "../../../model/address.ts";
import type { Reply } from "../../../model/reply.ts";

/** The channel or thread a reply is for. */
export function channelOf({ thread, to }: Reply): string {
  return thread ?? to.room.split("/")[0] ?? to.room;
}

/** Whom a room that one person alone sees is of: their id; empty for any other room. */
function personIn(room: string): string {
  return room.split("/")[1] ?? "";
}

/** The id of the one person a reply is for, as far as it tells; empty for nobody. */
export function readerOf({ to, inReplyTo }: Reply): string {
  return to.person ?? inReplyTo?.from ?? personIn(to.room);
}

/** Whose data a reply is. */
export function ownerOf({ to, inReplyTo }: Reply): string | undefined {
  const person = to.person ?? inReplyTo?.from;
  return person === undefined ? undefined : personKey(to.platform, person);
}

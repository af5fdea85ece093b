import { personKey } from "../../../model/address.ts";
import type { Reply } from "../../../model/reply.ts";
import { isSeenByOne } from "../receiving/thread-places.ts";

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

/**
 * The person, or else their channel, to whom a reply goes that is relayed, or answers nothing: whoever waits for it
 * is told when they take none. Undefined for any other, for answers, which are given up, and for what is changed.
 */
export function directOf({ to, kind, inReplyTo, replaces }: Reply): string | undefined {
  if (replaces !== undefined || (inReplyTo !== undefined && kind !== "relay")) return undefined;
  if (to.person !== undefined) return to.person;
  return to.isDirect && !isSeenByOne(to.room) ? to.room : undefined;
}

/** Whose data a reply is. */
export function ownerOf({ to, inReplyTo }: Reply): string | undefined {
  const person = to.person ?? inReplyTo?.from;
  return person === undefined ? undefined : personKey(to.platform, person);
}

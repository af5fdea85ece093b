import { personKey } from "../../../model/address.ts";
import type { Reply } from "../../../model/reply.ts";

/** The channel or thread a reply is for. */
export function channelOf({ thread, to }: Reply): string {
  return thread ?? to.room.split("/")[0] ?? to.room;
}

/** Whom a room that one person alone sees is of: their id; empty for any other room. */
export function personIn(room: string): string {
  return room.split("/")[1] ?? "";
}

/** Whose data a reply is. */
export function ownerOf({ to, inReplyTo }: Reply): string | undefined {
  return inReplyTo && personKey(to.platform, inReplyTo.from);
}

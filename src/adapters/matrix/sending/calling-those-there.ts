import type { Reply } from "../../../model/reply.ts";
import type { Rooms } from "../rooms/rooms.ts";

/**
 * A reply that calls only people who are in its room: who left it ended their wish.
 * @returns the same when all of them are
 */
export async function callingThoseThere(reply: Reply, rooms: Pick<Rooms, "get">): Promise<Reply> {
  const { mentions = [], to } = reply;
  if (mentions.length === 0) return reply;
  const { members } = await rooms.get(to.room);
  const there = mentions.filter((id) => members.get(id) === "join");
  return there.length === mentions.length ? reply : { ...reply, mentions: there };
}

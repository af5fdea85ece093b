import type { RoomState } from "../rooms/room-state.ts";

/**
 * Who is given a room's key: people invited too, unless the room's history is for members alone.
 * Source: https://spec.matrix.org/v1.16/client-server-api/#room-history-visibility
 */
export function readersOf({
  members,
  historyVisibility,
}: Pick<RoomState, "members" | "historyVisibility">): readonly string[] {
  const readers = [...members].filter(
    ([, membership]) => membership === "join" || historyVisibility !== "joined",
  );
  return readers.map(([user]) => user);
}

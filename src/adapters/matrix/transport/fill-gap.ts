import type { Log } from "../../../ports/log.ts";
import { RefusedByServer } from "../crypto/key-server.ts";
import { fieldOf } from "../field-of.ts";
import type { Homeserver, JoinedRoom, RoomEvent } from "../room-event.ts";
import { listOf, readRoomEvents } from "./read-event-json.ts";
import type { ReadSync } from "./read-sync.ts";
import { reasonOf, ServerUnreachable, timeOut } from "./server-faults.ts";

/** Between what was known and what a sync brought. */
export interface Gap {
  /** The room as the sync brought it. */
  readonly joined: JoinedRoom;
  /** Where its timeline begins. */
  readonly from: string;
  /** Where the sync before ended. */
  readonly to: string;
}

/** What filling gaps needs. */
export interface GapFilling {
  readonly server: Homeserver;
  readonly log: Log;
  readonly signal: AbortSignal | undefined;
}

/** How much of a room is fetched; older things were missed. */
const mostMissedEvents = 200;
const eventsPerPage = 100;
/** A server may answer pages with nothing in them. */
const mostPages = 6;

/** Fetches what is missing of the rooms of a sync, one room after another. @throws as `fillGap` */
export async function fillGaps(
  { batch, gaps }: ReadSync,
  since: string,
  how: GapFilling,
): Promise<readonly JoinedRoom[]> {
  const filled: JoinedRoom[] = [];
  for (const joined of batch.joined) {
    const from = gaps.get(joined.room);
    filled.push(
      from === undefined
        ? joined
        : // After a stop there may be many rooms: the server is not to be flooded.
          // oxlint-disable-next-line no-await-in-loop
          await fillGap({ joined, from, to: since }, how),
    );
  }
  return filled;
}

/**
 * The room with the events that the sync left out before its timeline, as far as they are fetched. A room
 * whose past the server refuses, or never finishes to look up, keeps its gap: it holds up no other room.
 * @throws ServerUnreachable when the server is away: nothing is to be missed for that
 */
async function fillGap(gap: Gap, how: GapFilling): Promise<JoinedRoom> {
  const { joined } = gap;
  try {
    const { events, isWhole } = await readBack(gap, how);
    const known = new Set(joined.timeline.map(({ id }) => id));
    const missed = events.filter(({ id }) => !known.has(id));
    if (!isWhole) how.log.warn("gap-too-large", { room: joined.room, fetched: missed.length });
    return { ...joined, timeline: [...missed, ...joined.timeline], hasGap: !isWhole };
  } catch (cause) {
    if (!isRoomsOwn(cause)) throw cause;
    how.log.warn("gap-not-filled", { room: joined.room, reason: reasonOf(cause) });
    return { ...joined, hasGap: true };
  }
}

/** Whether a failure is about one room, and would come again and again. */
function isRoomsOwn(cause: unknown): boolean {
  if (cause instanceof ServerUnreachable) return cause.reason === timeOut;
  return cause instanceof RefusedByServer && !ofTheServer.has(cause.status);
}

/** Not logged in; too much at once; not ready. */
const ofTheServer: ReadonlySet<number> = new Set([401, 429, 502, 503, 504]);

/** Oldest first. */
async function readBack(
  { joined, from, to }: Gap,
  { server, signal }: GapFilling,
): Promise<{ readonly events: readonly RoomEvent[]; readonly isWhole: boolean }> {
  const found: RoomEvent[] = [];
  let place = from;
  let count = 0;
  for (let page = 0; page < mostPages && count < mostMissedEvents; page += 1) {
    // Each page says where the next begins.
    // oxlint-disable-next-line no-await-in-loop
    const answer = await server.request({
      method: "GET",
      path: `/client/v3/rooms/${encodeURIComponent(joined.room)}/messages`,
      query: {
        dir: "b",
        from: place,
        to,
        limit: Math.min(eventsPerPage, mostMissedEvents - count),
      },
      // A minute for a page that is not answered: it is the last, and the sync waits meanwhile.
      timeoutMs: 20_000,
      tries: 3,
      ...(signal ? { signal } : {}),
    });
    const chunk = listOf(fieldOf(answer, "chunk"));
    found.push(...readRoomEvents(chunk));
    count += chunk.length;
    const next = fieldOf(answer, "end");
    if (typeof next !== "string" || next === place || next === to) {
      return { events: found.toReversed(), isWhole: true };
    }
    place = next;
  }
  return { events: found.toReversed(), isWhole: false };
}

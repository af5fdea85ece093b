import type { RoomEvent } from "../room-event.ts";

/** The id of the event by which we came to a room: our invitation, else our joining; undefined when neither is there. */
export function arrivalIn(timeline: readonly RoomEvent[], ourUser: string): string | undefined {
  const ours = (membership: string) =>
    timeline.findLast(
      ({ type, stateKey, content }) =>
        type === "m.room.member" && stateKey === ourUser && content["membership"] === membership,
    );
  return (ours("invite") ?? ours("join"))?.id;
}

/** The events after our arrival, where that stands among them: those before it are history. */
export function sinceArrival(
  timeline: readonly RoomEvent[],
  arrivedWith: string | undefined,
): readonly RoomEvent[] {
  return timeline.slice(timeline.findIndex(({ id }) => id === arrivedWith) + 1);
}

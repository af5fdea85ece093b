import type { Workshop } from "../model/workshop.ts";
import { endOf, startOf, type TimedWorkshop } from "./workshop-time.ts";
import { HOUR_MS } from "../model/durations.ts";

/** A workshop is done so long after its end: those who stayed to talk are still there. */
const HOURS_UNTIL_OVER = 2;

/** Whether it is done: two hours after its end (its start, when nobody said its end), unless it has no date. */
export function isOver(workshop: TimedWorkshop, now: Date): boolean {
  return hasPassed(endOf(workshop), HOURS_UNTIL_OVER, now);
}

/**
 * Whether no seat is left.
 * @param seatsTaken seats of the people registered or offered one, proxy seats counted
 */
export function isFull({ capacity }: Pick<Workshop, "capacity">, seatsTaken: number): boolean {
  return capacity !== undefined && seatsTaken >= capacity;
}

/** Whether people can come to it: neither cancelled nor waiting for a date. */
export function takesPlace({ status }: Pick<Workshop, "status">): boolean {
  return status !== "cancelled" && status !== "postponed";
}

/** Whether cancelling it would tell people anything: it is neither cancelled, nor put away, nor begun. */
export function canBeCancelled(
  workshop: Pick<Workshop, "publication" | "status"> & TimedWorkshop,
  now: Date,
): boolean {
  const { publication, status } = workshop;
  return publication !== "archived" && status !== "cancelled" && startOf(workshop) > now;
}

/**
 * The starts people may still have in mind though they no longer hold: of a moved workshop, its earlier
 * ones; of one cancelled or postponed, its own too. Oldest first; one gone by is nobody's concern.
 */
export function startsGivenUp(workshop: Workshop, now: Date): readonly string[] {
  const { localStart, previousStarts, timeZone } = workshop;
  const given = takesPlace(workshop) ? previousStarts : [...previousStarts, localStart];
  return [...new Set(given)].filter(
    (start) =>
      startOf({ localStart: start, timeZone }) > now &&
      (start !== localStart || !takesPlace(workshop)),
  );
}

function hasPassed(moment: Date, hours: number, now: Date): boolean {
  return now.getTime() - moment.getTime() >= hours * HOUR_MS;
}

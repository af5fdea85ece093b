import type { WallTime, Workshop } from "../model/workshop.ts";
import { addDays, dayOf, instantOf, timeOf } from "./wall-time.ts";
import { DAY_MS } from "../model/durations.ts";

/** How much of a series an edit is about: the chosen occurrence, it and those after it, or all. */
export type EditScope = "this" | "following" | "all";

/** What splitting needs to know of an occurrence. */
export type SeriesOccurrence = Pick<Workshop, "id" | "localStart" | "timeZone">;

/** The occurrences an edit changes, and those it leaves; each keeps its id, so sign-ups stay where they are. */
export interface SplitSeries<T extends SeriesOccurrence> {
  readonly edited: readonly T[];
  readonly left: readonly T[];
}

/** The occurrences of a series that an edit is about; those already begun are never changed. */
export function splitSeries<T extends SeriesOccurrence>(
  series: readonly T[],
  { chosen, scope, now }: { readonly chosen: T; readonly scope: EditScope; readonly now: Date },
): SplitSeries<T> {
  const isEdited = (one: T) => {
    if (instantOf(one.localStart, one.timeZone) <= now) return false;
    if (one.id === chosen.id) return true;
    return scope === "all" || (scope === "following" && one.localStart > chosen.localStart);
  };
  return {
    edited: series.filter((one) => isEdited(one)),
    left: series.filter((one) => !isEdited(one)),
  };
}

/**
 * Moves a start as another one was moved: by as many days, to the new hour. Tuesday 18:00 to Wednesday 19:00
 * makes all Tuesdays Wednesdays at 19:00, across clock changes too.
 */
export function moveAlike(
  start: WallTime,
  moved: { readonly from: WallTime; readonly to: WallTime },
): WallTime {
  const days = (Date.parse(dayOf(moved.to)) - Date.parse(dayOf(moved.from))) / DAY_MS;
  const day = dayOf(addDays(start, days));
  // The one that was moved may be at the second of two times alike.
  return day === dayOf(moved.to) ? moved.to : `${day}T${timeOf(moved.to)}`;
}

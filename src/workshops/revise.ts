import type { WallTime, Workshop } from "../model/workshop.ts";
import { sameValue } from "./same-value.ts";
import { instantOf } from "./wall-time.ts";
import { takesPlace } from "./workshop-state.ts";

/**
 * The next version of a workshop: what was published gets a new revision, and when its start or place
 * changes it is moved, its earlier start kept.
 * @param changed the fields as they are wanted
 */
export function revise(before: Workshop, changed: Partial<Workshop>, at: Date): Workshop {
  const after = { ...before, ...changed };
  if (sameValue(before, after)) return before;
  const updatedAt = nextUpdate(before, at);
  if (before.publication !== "published") return { ...after, updatedAt };
  const isElsewhen = before.localStart !== after.localStart || before.timeZone !== after.timeZone;
  const startsAt = (start: WallTime) => instantOf(start, after.timeZone).getTime();
  const hasMoved = isElsewhen || !sameValue(before.place, after.place);
  const isGiven = changed.status !== undefined && changed.status !== before.status;
  return {
    ...after,
    updatedAt,
    revision: before.revision + 1,
    // Back at an earlier start, that one is no longer given up.
    previousStarts: isElsewhen
      ? [...new Set([...after.previousStarts, before.localStart])]
          .filter((start) => start !== after.localStart)
          .toSorted((one, other) => startsAt(one) - startsAt(other))
      : after.previousStarts,
    status: hasMoved && !isGiven && mayMove(before, isElsewhen) ? "moved" : after.status,
  };
}

/** When a version is made: always later than the one before, so that it names its version. */
export function nextUpdate({ updatedAt }: Workshop, at: Date): string {
  return new Date(Math.max(at.getTime(), Date.parse(updatedAt) + 1)).toISOString();
}

/** A postponed workshop is moved once it has a date; a cancelled one stays so. */
function mayMove(before: Workshop, isElsewhen: boolean): boolean {
  return takesPlace(before) || (before.status === "postponed" && isElsewhen);
}

import {
  gatheringWeights,
  type GatheringWeight,
  type ToldWorkshop,
} from "../model/stored-announcer.ts";
import type { Workshop } from "../model/workshop.ts";
import { differenceOf } from "../workshops/difference-of.ts";
import { takesPlace } from "../workshops/workshop-state.ts";
import { after } from "./moments.ts";
import { MINUTE_MS } from "../model/durations.ts";

/** Corrections within this time of the first make one notice. Source: WORKSHOPS.md 6.3. */
export const GATHERED_MS = 10 * MINUTE_MS;

/** What was changed of a workshop since people were told. */
export interface GatheredChanges {
  readonly kind: "correction" | "change" | "cancellation";
  /** When that is told, or corrected where it stands. */
  readonly at: Date;
  /** To be kept until then. */
  readonly kept: Required<Pick<ToldWorkshop, "changedSince" | "gathering">>;
}

/**
 * Gathers what is changed of a workshop for ten minutes: three corrections are one notice, from what people
 * knew to what is true now, and what was undone meanwhile is none at all. The ten minutes run from the first
 * change that is news, however long words alone were corrected before; that it does not take place after all
 * has ten minutes of its own, in which it can be undone. Source: WORKSHOPS.md 6.3.
 * @param known the workshop as people know it, and what was gathered until now
 * @returns undefined when nothing differs
 */
export function gatherChanges(known: ToldWorkshop, now: Workshop): GatheredChanges | undefined {
  const { workshop: before, changedSince, gathering: was = "correction" } = known;
  const { important, silent } = differenceOf(before, now);
  if (important.length + silent.length === 0) return undefined;
  const gathering = important.length === 0 ? "correction" : weightOf(before, now);
  const isHeavier = gatheringWeights.indexOf(gathering) > gatheringWeights.indexOf(was);
  const since = changedSince === undefined || isHeavier ? now.updatedAt : changedSince;
  const isCancelled = now.status === "cancelled" && gathering === "no-longer";
  return {
    kind: isCancelled ? "cancellation" : gathering === "correction" ? "correction" : "change",
    at: after(new Date(since), GATHERED_MS),
    kept: { changedSince: since, gathering },
  };
}

function weightOf(before: Workshop, now: Workshop): Exclude<GatheringWeight, "correction"> {
  const isGivenUp = takesPlace(before) && !takesPlace(now);
  // What had no date any more can still be cancelled.
  const isCancelled = before.status !== "cancelled" && now.status === "cancelled";
  return isGivenUp || isCancelled ? "no-longer" : "change";
}

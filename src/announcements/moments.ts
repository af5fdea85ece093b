import type { Workshop } from "../model/workshop.ts";
import { instantOf } from "../workshops/wall-time.ts";
import { endOf, startOf } from "../workshops/workshop-time.ts";
import { HOUR_MS } from "../model/durations.ts";

/** How long a workshop is believed to last whose end nobody said. */
const USUAL_LENGTH_MS = 2 * HOUR_MS;

/** The instant a workshop was to start first, before anybody moved it. */
export function firstStartOf({ localStart, previousStarts, timeZone }: Workshop): Date {
  return instantOf(previousStarts[0] ?? localStart, timeZone);
}

/** The earliest start of a workshop as it is and as it was: what people would miss first; undefined for none. */
export function firstToStart(versions: readonly (Workshop | undefined)[]): Date | undefined {
  const starts = versions.flatMap((one) => (one ? [startOf(one)] : []));
  return starts.toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** The instant it ends; when nobody said, two hours after its start. */
export function likelyEndOf(workshop: Workshop): Date {
  const end = endOf(workshop);
  return workshop.localEnd === undefined ? after(end, USUAL_LENGTH_MS) : end;
}

/** An instant some milliseconds later, or earlier when negative: time that really passes. */
export function after(at: Date, ms: number): Date {
  return new Date(at.getTime() + ms);
}

/** The later of some instants; the beginning of time for none. */
export function latest(...instants: readonly Date[]): Date {
  return new Date(Math.max(0, ...instants.map((at) => at.getTime())));
}

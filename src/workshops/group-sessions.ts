import type { Workshop } from "../model/workshop.ts";
import type { Sessions } from "./say-when.ts";
import { dayOf } from "./wall-time.ts";

/** Puts the sessions people choose from together: of one series, on one day, alike but for the hour. */
export function groupSessions(workshops: readonly Workshop[]): readonly Sessions[] {
  const groups = new Map<string, Sessions>();
  for (const workshop of workshops) {
    const name = choiceOf(workshop);
    const group = groups.get(name);
    groups.set(name, group ? [...group, workshop] : [workshop]);
  }
  return [...groups.values()];
}

function choiceOf({ id, seriesId, localStart, timeZone, ...workshop }: Workshop): string {
  if (seriesId === undefined) return JSON.stringify([id]);
  const { title, status, previousStarts, mode, place } = workshop;
  const day = dayOf(localStart);
  return JSON.stringify([seriesId, day, timeZone, title, status, previousStarts, mode, place]);
}

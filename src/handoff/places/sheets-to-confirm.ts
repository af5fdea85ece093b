import type { Account, Place } from "../../model/directory.ts";
import { localDay } from "../../workshops/workshop-time.ts";
import { aYearBefore } from "../../model/a-year-before.ts";

/** The sheets one person is asked to confirm, in one message. */
export interface SheetsOfKeeper {
  readonly keeper: Account;
  /** The oldest first. */
  readonly places: readonly Place[];
  /**
   * Names this asking: the keeper, the day of the oldest sheet and its age in years. A reminder kept under it goes
   * out once, and again a year later while nobody confirmed that sheet.
   */
  readonly key: string;
}

/**
 * Who is asked now to confirm the sheets they keep: those last checked a year ago or more.
 * @param timeZone in which days are counted
 */
export function sheetsToConfirm(
  places: readonly Place[],
  now: Date,
  timeZone = "Europe/Paris",
): readonly SheetsOfKeeper[] {
  const today = localDay(now, timeZone);
  const limit = aYearBefore(today);
  const due = places
    .filter(({ updated, keptBy }) => keptBy !== undefined && updated <= limit)
    .toSorted((a, b) => a.updated.localeCompare(b.updated) || a.id.localeCompare(b.id));
  const byKeeper = new Map<string, { keeper: Account; places: Place[] }>();
  for (const place of due) {
    if (!place.keptBy) continue;
    const id = `${place.keptBy.platform} ${place.keptBy.person}`;
    const sheets = byKeeper.get(id) ?? { keeper: place.keptBy, places: [] };
    sheets.places.push(place);
    byKeeper.set(id, sheets);
  }
  return [...byKeeper].map(([id, sheets]) => {
    const oldest = sheets.places[0]?.updated ?? today;
    return { ...sheets, key: `sheets ${id} ${oldest} ${yearsBetween(oldest, today)}` };
  });
}

/** Whole years from one day to a later one. */
function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(4) < from.slice(4) ? years - 1 : years;
}

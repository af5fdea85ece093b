import type { Place } from "../../../model/directory.ts";

/** What bringing public data in makes of the places we have; ids of those concerned. */
export interface MergedPlaces {
  /** Ours in their order, then the new ones. */
  readonly places: readonly Place[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Had before, and not in the file: kept. */
  readonly notInFile: readonly string[];
}

/**
 * Brings public data in by id. What only we know of a place stays: network, themes, help for associations, help
 * from afar, who keeps it; so does a sheet that somebody confirmed here since the public one.
 */
export function mergePlaces(ours: readonly Place[], theirs: readonly Place[]): MergedPlaces {
  const byId = new Map(theirs.map((place) => [place.id, place]));
  const known = new Set(ours.map(({ id }) => id));
  const merged = ours.map((place) => mergeOne(place, byId.get(place.id)));
  const fresh = theirs.filter(({ id }) => !known.has(id));
  return {
    places: [...merged, ...fresh],
    added: fresh.map(({ id }) => id),
    changed: ours.filter((place, at) => !isSame(place, merged[at])).map(({ id }) => id),
    notInFile: ours.filter(({ id }) => !byId.has(id)).map(({ id }) => id),
  };
}

function mergeOne(ours: Place, theirs: Place | undefined): Place {
  if (!theirs || theirs.updated < ours.updated) return ours;
  const { network, themes, helpsAssociations, helpsRemotely, keptBy } = ours;
  return { ...theirs, network, themes, helpsAssociations, helpsRemotely, keptBy };
}

/** Keys left out and keys that say nothing are alike, in any order. */
function isSame(one: Place, other: Place | undefined): boolean {
  return sorted(one) === sorted(other);
}

function sorted(place: Place | undefined): string {
  return JSON.stringify(
    Object.entries(place ?? {})
      .toSorted(([a], [b]) => a.localeCompare(b))
      .filter(([, value]) => value !== undefined),
  );
}

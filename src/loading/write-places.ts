import { stringify } from "yaml";
import type { Place } from "../model/directory.ts";

/** Places as `content/directory/places.yaml` has them; what they say nothing of is left out. */
export function writePlaces(places: readonly Place[]): string {
  const list = places.map(writtenPlace);
  return `${heading}${list.length === 0 ? "[]\n" : stringify(list, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

const heading =
  "# Les lieux où aller ou téléphoner. `passerelle places import` remplit cette liste avec les données publiques ;\n# network, themes, helps-associations, helps-remotely et kept-by restent les vôtres.\n";

/** Keys whose names differ in files. */
const named: Readonly<Record<string, string>> = {
  inseeCode: "insee-code",
  isItinerant: "itinerant",
  openingHours: "opening-hours",
  helpsAssociations: "helps-associations",
  helpsRemotely: "helps-remotely",
  keptBy: "kept-by",
};

function writtenPlace(place: Place): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(place)
      .filter(([, value]) => !saysNothing(value))
      .map(([key, value]: [string, unknown]) => [named[key] ?? key, value]),
  );
}

function saysNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === false || value === "";
}

import type { OpeningHours, Place } from "../../model/directory.ts";
import { zoneOfTerritory } from "../../workshops/zone-of-territory.ts";
import { readOsmHours } from "./read-osm-hours.ts";
import { territoryOfPlace } from "./territory-of-place.ts";

/**
 * When a place is open, on its own clock; undefined when nobody wrote it, or not in a way that is surely
 * understood. Unless it says otherwise it is closed on public holidays: nobody is sent to a closed door.
 */
export function hoursOfPlace(place: Place): OpeningHours | undefined {
  const week = place.openingHours === undefined ? undefined : readOsmHours(place.openingHours);
  if (!week || week.ranges.length === 0) return undefined;
  const territory = territoryOfPlace(place);
  return {
    ranges: week.ranges,
    timeZone: zoneOfTerritory(territory ?? "") ?? "Europe/Paris",
    holidaysOf: week.ignoresHolidays ? undefined : (territory ?? "national"),
    closures: [],
  };
}

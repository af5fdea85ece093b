import type { Adviser, OpeningHours, Place, Team } from "../model/directory.ts";
import type { WrittenAdviser, WrittenPlace, WrittenTeam } from "./directory-shapes.ts";
import { openingHours } from "./opening-shape.ts";

/**
 * A team as the files have it; public holidays are those of its first territory.
 * @param timeZone where its hours say none
 */
export function teamOf({ hours, fallback, ...team }: WrittenTeam, timeZone: string): Team {
  const usual = { timeZone, holidaysOf: team.territories[0] };
  return { ...team, hours: openingHours(hours, usual), fallbackTeam: fallback };
}

/**
 * An adviser as the files have them.
 * @param ofTeam hours of their first team, whose zone and holidays are theirs
 */
export function adviserOf(
  { "most-open": mostOpen, hours, ...adviser }: WrittenAdviser,
  ofTeam: OpeningHours | undefined,
  timeZone: string,
): Adviser {
  const usual = ofTeam ?? { timeZone, holidaysOf: "national" };
  return { ...adviser, mostOpen, hours: hours && openingHours(hours, usual) };
}

/** A place as the files have it. */
export function placeOf({
  "insee-code": inseeCode,
  itinerant: isItinerant,
  "opening-hours": openingHoursText,
  "helps-associations": helpsAssociations,
  "helps-remotely": helpsRemotely,
  "kept-by": keptBy,
  ...place
}: WrittenPlace): Place {
  return {
    ...place,
    inseeCode,
    isItinerant,
    openingHours: openingHoursText,
    helpsAssociations,
    helpsRemotely,
    keptBy,
  };
}

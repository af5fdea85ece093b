/** Those whose clocks are not Paris's. Source: https://www.iana.org/time-zones, zone1970.tab and backward. */
const overseas: Readonly<Record<string, string>> = {
  "971": "America/Guadeloupe",
  "972": "America/Martinique",
  "973": "America/Cayenne",
  "974": "Indian/Reunion",
  "975": "America/Miquelon",
  "976": "Indian/Mayotte",
  "977": "America/St_Barthelemy",
  "978": "America/Marigot",
  "986": "Pacific/Wallis",
  // The Marquesas and Gambier have clocks of their own; most people live by Tahiti's.
  "987": "Pacific/Tahiti",
  "988": "Pacific/Noumea",
};

/**
 * The IANA zone of a territory; undefined of what has none, as `national`.
 * @param territory a code as in `Workshop.territories`
 */
export function zoneOfTerritory(territory: string): string | undefined {
  return overseas[territory] ?? (/^(?:\d\d|2[AB])$/.test(territory) ? "Europe/Paris" : undefined);
}

const HOUR_MS = 3_600_000;

/** The places whose programme we keep: the metropolis and every overseas zone. */
export const frenchZones = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "America/Miquelon",
  "America/Marigot",
  "America/St_Barthelemy",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Indian/Kerguelen",
  "Pacific/Noumea",
  "Pacific/Tahiti",
  "Pacific/Marquesas",
  "Pacific/Gambier",
  "Pacific/Wallis",
] as const;

/**
 * Says when clocks show a time, from what `Intl.DateTimeFormat` writes alone: independent of the library that
 * the assistant computes with. The documented instant: the first of two; of none, that of the offset before.
 */
export function clockOracle(zone: string): (wall: string) => Date {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const shown = (at: number) => format.format(at).replace(" ", "T");
  const offsetAt = (at: number) => Date.parse(`${shown(at)}Z`) - at;
  return (wall) => {
    const utc = Date.parse(`${wall}Z`);
    const before = offsetAt(utc - 26 * HOUR_MS);
    const after = offsetAt(utc + 26 * HOUR_MS);
    const candidates = [utc - before, utc - after].toSorted((one, other) => one - other);
    return new Date(candidates.find((at) => shown(at) === wall) ?? utc - before);
  };
}

/** Every day from 2024 to 2035, as `YYYY-MM-DD`. */
export const twelveYearsOfDays: readonly string[] = Array.from({ length: 4383 }, (_, index) =>
  new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
);

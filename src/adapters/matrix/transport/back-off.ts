/** How long to wait at most, in one go. */
const longestWaitMs = 60_000;

/**
 * How long to wait after so many failures in a row, 1 or more: 0.5 to 1 s, then twice as much each time,
 * 30 to 60 s in the end; by chance within these, so that clients of a server that was away do not all
 * come back at once.
 * @param random a number in 0..1
 */
export function backOffMs(failures: number, random: number): number {
  const most = Math.min(longestWaitMs, 1000 * 2 ** (failures - 1));
  return Math.round((most / 2) * (1 + random));
}

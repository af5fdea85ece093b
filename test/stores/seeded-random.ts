import { seededRandom as seededShare } from "../support/seeded-random.ts";

/** A whole number from 0 to `below` - 1; the same seed gives the same numbers. */
export type Draw = (below: number) => number;

export function seededRandom(seed: number): Draw {
  const share = seededShare(seed);
  return (below) => Math.floor(share() * below);
}

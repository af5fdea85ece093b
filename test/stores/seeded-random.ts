/** A whole number from 0 to `below` - 1; the same seed gives the same numbers. */
export type Draw = (below: number) => number;

/** Source: mulberry32, by Tommy Ettinger, in the public domain. */
export function seededRandom(seed: number): Draw {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

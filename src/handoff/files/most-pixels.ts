/** Points of a picture of people at most: one that unpacks to more is made to fill the memory of who looks at it. */
export const MOST_PIXELS = 100_000_000;

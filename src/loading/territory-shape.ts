import { z } from "zod";

/** Codes of départements: YAML reads 01 and 44 as numbers. */
export const territoryShape = z.preprocess(
  (said) => (typeof said === "number" ? String(said).padStart(2, "0") : said),
  z
    .string()
    .regex(
      /^(?:\d{2,3}|2[AB]|national)$/,
      'a territory is the code of a département, or "national"',
    ),
);

import { z } from "zod";

/** Somebody on a platform. */
const personShape = z.strictObject({
  platform: z.string().min(1).describe("`matrix` or `discord`."),
  person: z.string().min(1).describe("The platform's own id of the person."),
});

/** The `programme` section of `bot.config.json`. */
export const programmeShape = z.strictObject({
  reviewed: z
    .array(z.coerce.string())
    .default([])
    .describe(
      'Territories (codes of départements, or "national") whose workshops another coordinator approves before they are published.',
    ),
  told: z
    .array(personShape)
    .default([])
    .describe(
      "People told in private of what waits for review and of the workshops of `content/workshops`, each with the keys below.",
    ),
});

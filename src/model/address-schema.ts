import { z } from "zod";
import type { Address } from "./address.ts";

/** Checks an address read from disk. */
export const addressSchema: z.ZodType<Address> = z.strictObject({
  platform: z.string(),
  room: z.string(),
  isDirect: z.boolean(),
  person: z.string().optional(),
});

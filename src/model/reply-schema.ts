import { z } from "zod";
import { addressSchema } from "./address-schema.ts";

const instant = z.iso.datetime();

/** A message on its way, as it is stored. */
export const replySchema = z.strictObject({
  key: z.string(),
  kind: z.enum(["reply", "announcement", "relay", "notice"]),
  to: addressSchema,
  text: z.string(),
  choices: z.array(
    z.strictObject({
      label: z.string(),
      value: z.string(),
      mark: z.string().optional(),
      sign: z.string().optional(),
    }),
  ),
  mostChosen: z.int().min(1).optional(),
  attachments: z.array(
    z.strictObject({
      name: z.string(),
      type: z.string(),
      text: z.string(),
      encoding: z.literal("base64").optional(),
      shelved: z.string().optional(),
      alt: z.string().optional(),
    }),
  ),
  inReplyTo: z.strictObject({ id: z.string(), from: z.string() }).optional(),
  thread: z.string().optional(),
  replaces: z.string().optional(),
  isOnlyInPlace: z.boolean().optional(),
  keepsFiles: z.int().min(1).optional(),
  mentions: z.array(z.string()).optional(),
  isWithdrawal: z.boolean().optional(),
  awaitsWords: z.boolean().optional(),
  language: z.enum(["fr", "en"]).optional(),
  usefulUntil: instant.optional(),
  goneAt: instant.optional(),
  opensThread: z.boolean().optional(),
  reaction: z
    .strictObject({ sign: z.string(), on: z.string(), isTakenAway: z.boolean().optional() })
    .optional(),
  times: z.array(z.strictObject({ at: instant })).optional(),
});

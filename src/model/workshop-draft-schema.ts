import { z } from "zod";
import {
  draftActs,
  draftScopes,
  draftSteps,
  type DraftWords,
  type WorkshopDraft,
} from "./workshop-draft.ts";
import { repeatSchema } from "./workshop-schema.ts";

const twoLanguages = z.strictObject({ fr: z.string(), en: z.string().optional() });
const text = z.string().optional();

const words: z.ZodType<DraftWords> = z.strictObject({
  title: twoLanguages.optional(),
  localStart: text,
  localEnd: text,
  timeZone: text,
  mode: z.enum(["on-site", "online", "both"]).optional(),
  place: z
    .strictObject({ name: z.string(), address: text, postcode: text, town: text, access: text })
    .optional(),
  joinUrl: text,
  joinSecret: text,
  price: z.strictObject({ amount: z.number(), currency: z.string(), note: text }).optional(),
  capacity: z.number().optional(),
  partners: z.array(z.string()).optional(),
  summary: twoLanguages.optional(),
  audience: twoLanguages.optional(),
  bring: twoLanguages.optional(),
  accessibility: z.array(z.string()).optional(),
  themes: z.array(z.string()).optional(),
  territories: z.array(z.string()).optional(),
  englishTitle: text,
  englishSummary: text,
});

/** Checks a draft read from disk. */
export const workshopDraftSchema: z.ZodType<WorkshopDraft> = z.strictObject({
  act: z.enum(draftActs),
  workshop: text,
  words,
  reason: text,
  scope: z.enum(draftScopes).optional(),
  repeats: repeatSchema.optional(),
  sendAt: text,
  step: z.enum(draftSteps),
  begun: text,
  dates: z.array(z.strictObject({ localStart: z.string(), localEnd: text })).optional(),
  isCorrection: z.boolean().optional(),
});

import { z } from "zod";
import type { FiledWorkshop, IncomingWorkshop, WorkshopRepeat } from "./incoming-workshop.ts";
import type { Workshop } from "./workshop.ts";

const instant = z.iso.datetime();
const wallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?:[+-]\d{2}:\d{2})?$/);
const twoLanguages = z.strictObject({ fr: z.string(), en: z.string().optional() });
const words = z.string().optional();

const incoming = z.strictObject({
  id: z.string(),
  title: twoLanguages,
  summary: twoLanguages.optional(),
  description: twoLanguages.optional(),
  themes: z.array(z.string()),
  level: z.enum(["beginner", "regular", "all"]).optional(),
  localStart: wallTime,
  localEnd: wallTime.optional(),
  timeZone: z.string(),
  mode: z.enum(["on-site", "online", "both"]).optional(),
  place: z
    .strictObject({
      name: z.string(),
      address: words,
      postcode: words,
      town: words,
      access: words,
    })
    .optional(),
  joinUrl: words,
  joinSecret: words,
  phone: words,
  host: words,
  partners: z.array(z.string()),
  contact: words,
  audience: twoLanguages.optional(),
  prerequisites: twoLanguages.optional(),
  bring: twoLanguages.optional(),
  territories: z.array(z.string()),
  capacity: z.number().optional(),
  seats: z.enum(["auto", "approval", "external"]),
  price: z.strictObject({ amount: z.number(), currency: z.string(), note: words }).optional(),
  registration: z
    .strictObject({
      by: z.enum(["bot", "link", "mail", "phone", "none"]),
      to: words,
      closesAt: wallTime.optional(),
    })
    .optional(),
  accessibility: z.array(z.string()),
  language: z.string(),
  publication: z.enum(["draft", "review", "published", "archived"]),
  status: z.enum(["scheduled", "moved", "moved-online", "postponed", "cancelled"]),
  previousStarts: z.array(wallTime),
  seriesId: words,
  origin: z
    .strictObject({ source: z.string(), externalId: z.string(), hash: z.string() })
    .optional(),
  reason: words,
});

/** A workshop that comes in, as it is stored. */
export const incomingWorkshopSchema: z.ZodType<IncomingWorkshop> = incoming;

/** How a series repeats, as it is stored. */
export const repeatSchema: z.ZodType<WorkshopRepeat> = z.strictObject({
  pattern: z.discriminatedUnion("every", [
    z.strictObject({
      every: z.literal("week"),
      weekdays: z.array(z.number()),
      interval: z.number(),
    }),
    z.strictObject({
      every: z.literal("month"),
      on: z.union([
        z.strictObject({ date: z.number() }),
        z.strictObject({ weekday: z.number(), nth: z.union([z.number(), z.literal("last")]) }),
      ]),
      interval: z.number(),
    }),
  ]),
  end: z.union([z.strictObject({ until: z.string() }), z.strictObject({ count: z.number() })]),
  exceptions: z.array(z.string()),
  skipHolidaysOf: words,
});

/** A workshop of a file, or a series, as it is kept in a cache. */
export const filedWorkshopSchema: z.ZodType<FiledWorkshop> = incoming.extend({
  repeats: repeatSchema.optional(),
});

/** A workshop of the programme, as it is stored. */
export const workshopSchema: z.ZodType<Workshop> = incoming.extend({
  number: z.number(),
  revision: z.number(),
  createdAt: instant,
  updatedAt: instant,
});

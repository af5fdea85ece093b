import { z } from "zod";
import { territoryShape } from "./territory-shape.ts";
import { timeZoneShape } from "./time-zone-shape.ts";

const day = z.iso.date("a day is written YYYY-MM-DD");
/** The offset tells the second of two times alike; whether it does, the rules of workshops say. */
const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d(?:[+-]\d{2}:\d{2})?$/;
const time = z.string().regex(clockTime, "a time is written HH:MM");
const words = z.string().trim().min(1, "an empty text").optional();

/** A day and a time, as `2027-03-09 18:00` or with a T between. */
const wallTime = z
  .string()
  .transform((text) => text.replace(" ", "T"))
  .refine(isWallTime, "a day and a time are written YYYY-MM-DD HH:MM");

function isWallTime(text: string): boolean {
  const [itsDay = "", itsTime = "", ...more] = text.split("T");
  return day.safeParse(itsDay).success && clockTime.test(itsTime) && more.length === 0;
}

/** A text alone is French. */
function twoLanguages(most: number) {
  const text = z.string().trim().min(1, "an empty text").max(most, `over ${most} characters`);
  return z.preprocess(
    (said) => (typeof said === "string" ? { fr: said } : said),
    z.strictObject({ fr: text, en: text.optional() }),
  );
}

const longText = twoLanguages(4000).optional();
const shortText = twoLanguages(200).optional();

/** One thing alone is a list of one. */
function oneOrMore<T>(shape: z.ZodType<T>) {
  return z.preprocess(
    (said): unknown => (Array.isArray(said) ? said : [said]),
    z.array(shape).min(1),
  );
}

const place = z.preprocess(
  (said) => (typeof said === "string" ? { name: said } : said),
  z.strictObject({
    name: z.string().trim().min(1, "an empty text"),
    address: words,
    postcode: z.coerce.string().optional(),
    town: words,
    access: words,
  }),
);

const price = z.preprocess(
  readPrice,
  z.strictObject(
    {
      amount: z.number().min(0, "a price is 0 or more"),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, "a currency is written as EUR")
        .default("EUR"),
      note: words,
    },
    'a price is written gratuit, 5, "5 €", or {amount: 5, note: ...}',
  ),
);

function readPrice(said: unknown): unknown {
  if (typeof said === "number") return { amount: said };
  if (typeof said !== "string") return said;
  if (/^(?:gratuit|free)$/i.test(said.trim())) return { amount: 0 };
  const euros = /^(?<amount>\d+(?:[.,]\d{1,2})?)\s*(?:€|euros?|EUR)?$/i.exec(said.trim());
  const amount = euros?.groups?.["amount"];
  return amount === undefined ? said : { amount: Number(amount.replace(",", ".")) };
}

const registration = z.preprocess(
  readRegistration,
  z.strictObject(
    {
      by: z.enum(["bot", "link", "mail", "phone", "none"]),
      to: words,
      "closes-at": wallTime.optional(),
    },
    "a sign-up is written bot, none, an address, a mail, a phone number, or {by: ..., to: ...}",
  ),
);

function readRegistration(said: unknown): unknown {
  if (typeof said !== "string") return said;
  if (said === "bot" || said === "none") return { by: said };
  if (/https?:\/\//.test(said)) return { by: "link", to: said };
  if (said.includes("@")) return { by: "mail", to: said };
  return said.replaceAll(/\D/g, "").length >= 4 ? { by: "phone", to: said } : said;
}

const weekday = z.enum(
  ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  "a day of the week is written tuesday",
);

const everyKeys = {
  interval: z.int().min(1).max(52).default(1),
  until: day.optional(),
  count: z.int().min(1).max(366).optional(),
  except: z.array(day).default([]),
  "skip-holidays": territoryShape.optional(),
};

/** How a series repeats; without `on`, as its `day` falls. */
const repeats = z.discriminatedUnion(
  "every",
  [
    z.strictObject({ every: z.literal("week"), on: oneOrMore(weekday).optional(), ...everyKeys }),
    z.strictObject({
      every: z.literal("month"),
      on: z
        .union(
          [
            z.int().min(1).max(31),
            z.strictObject({ weekday, nth: z.union([z.int().min(1).max(5), z.literal("last")]) }),
          ],
          "a day of the month is written 14, or {weekday: tuesday, nth: 2}",
        )
        .optional(),
      ...everyKeys,
    }),
  ],
  "every is week or month",
);

const workshopKeys = {
  id: z.string().regex(/^[a-z0-9-]+$/, "an id has lower case letters, digits and hyphens"),
  title: twoLanguages(140),
  summary: shortText,
  description: longText,
  themes: z.array(z.string()).min(1).max(3),
  level: z.enum(["beginner", "regular", "all"]).optional(),
  day,
  starts: oneOrMore(time),
  ends: oneOrMore(
    z.union([time, wallTime], "an end is written HH:MM, or YYYY-MM-DD HH:MM"),
  ).optional(),
  "time-zone": timeZoneShape.optional(),
  mode: z.enum(["on-site", "online", "both"]).optional(),
  online: z.boolean().optional(),
  place: place.optional(),
  "join-url": z.url({ protocol: /^https?$/ }).optional(),
  "join-secret": words,
  phone: words,
  host: words,
  partners: z.array(z.string()).default([]),
  contact: words,
  audience: longText,
  prerequisites: longText,
  bring: longText,
  territories: z.array(territoryShape).optional(),
  capacity: z.int().min(0).optional(),
  seats: z.enum(["auto", "approval", "external"]).optional(),
  price: price.optional(),
  registration: registration.optional(),
  accessibility: z.array(z.string().trim().min(1)).default([]),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "a language is written as fr")
    .optional(),
  publication: z.enum(["draft", "review", "published", "archived"]).default("published"),
  status: z.enum(["scheduled", "moved", "moved-online", "postponed", "cancelled"]).optional(),
  "previous-starts": z.array(wallTime).default([]),
  reason: words,
  repeats: repeats.optional(),
};

/** A workshop in a file. */
const workshopShape = z.strictObject(workshopKeys);

/** What holds for every workshop of a file that does not say otherwise. */
const fileKeys = {
  organiser: words,
  contact: words,
  "time-zone": timeZoneShape,
  territories: z.array(territoryShape).default([]),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "a language is written as fr")
    .default("fr"),
};

/** A file of several workshops, `content/workshops/*.yaml`. */
export const programmeShape = z.strictObject({ ...fileKeys, workshops: z.array(workshopShape) });

/** A file of one workshop, or the front matter of its page. */
export const oneWorkshopShape = z.strictObject({ ...workshopKeys, ...fileKeys });

export const weekdayNames = weekday.options;

export type WorkshopEntry = z.infer<typeof workshopShape>;

/** The part of a file that holds for all of its workshops. */
export type WorkshopDefaults = Omit<z.infer<typeof programmeShape>, "workshops">;

import { z } from "zod";
import { networks } from "../model/directory.ts";
import { hoursShape, periodKeys } from "./opening-shape.ts";
import { territoryShape } from "./territory-shape.ts";
import { timeZoneShape } from "./time-zone-shape.ts";

const words = z.string().trim().min(1, "an empty text");
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, "an id has lower case letters, digits and hyphens");
/** Ids of public data are as their source has them. */
const anyId = z.preprocess((said) => (typeof said === "number" ? String(said) : said), words);
const language = z.enum(["fr", "en"]);
const texts = z.array(words).default([]);
const bothLanguages = z.strictObject({ fr: words, en: words });
const network = z.array(z.enum(networks)).default([]);
const territories = z.array(territoryShape).min(1, "one territory at least");

const roomShape = z.strictObject({ platform: words, room: words });
const accountShape = z.strictObject({ platform: words, person: words });

/** `content/directory/directory.yaml`. */
const directoryShape = z.strictObject({
  isSample: z.boolean().default(false),
  "time-zone": timeZoneShape.default("Europe/Paris"),
  "curators-room": roomShape.optional(),
});

const teamShape = z.strictObject({
  id,
  name: words,
  network,
  territories,
  themes: z.array(words).default([]),
  language: language.default("fr"),
  room: roomShape,
  hours: hoursShape,
  advisers: z.array(id).default([]),
  fallback: id.optional(),
  choice: z.enum(["manual", "automatic"]).default("manual"),
});

const adviserShape = z.strictObject({
  id,
  name: words,
  organisation: words,
  accounts: z.array(accountShape).min(1, "one account at least"),
  themes: z.array(words).default([]),
  languages: z.array(language).min(1).default(["fr"]),
  "most-open": z.int().min(1).max(50).default(3),
  hours: hoursShape.optional(),
  absences: z.array(z.strictObject({ ...periodKeys, substitute: id.optional() })).default([]),
  title: bothLanguages,
});

const coordinationShape = z.strictObject({
  territories,
  room: roomShape,
  coordinators: z
    .array(z.strictObject({ ...accountShape.shape, name: words }))
    .min(1, "one coordinator at least"),
});

const postcode = z.preprocess(
  (said) => (typeof said === "number" ? String(said).padStart(5, "0") : said),
  z.string().regex(/^\d{5}$/, "a postcode has five digits"),
);

/** An entry of `content/directory/places*.yaml`. */
const placeShape = z.strictObject({
  id: anyId,
  name: words,
  town: words,
  postcode,
  "insee-code": anyId.optional(),
  address: z.string().trim().default(""),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  phones: texts,
  emails: texts,
  sites: texts,
  updated: z.iso.date("a day is written YYYY-MM-DD"),
  booking: words.optional(),
  summary: words.optional(),
  typologies: texts,
  itinerant: z.boolean().default(false),
  services: texts,
  audiences: texts,
  ways: texts,
  costs: texts,
  languages: texts,
  accessibility: words.optional(),
  "opening-hours": words.optional(),
  parent: words.optional(),
  source: words.optional(),
  network,
  themes: z.array(words).default([]),
  "helps-associations": z.boolean().default(false),
  "helps-remotely": z.boolean().default(false),
  "kept-by": accountShape.optional(),
});

const modelShape = z.strictObject({
  id,
  theme: words.optional(),
  title: bothLanguages,
  text: bothLanguages,
});

/** It is read at once, on a phone. */
const LONGEST_CHARTER = 1200;

const charterText = words.max(LONGEST_CHARTER);
const charterShape = z.strictObject({ fr: charterText, en: charterText });

/** The files of `content/directory/`, each a list but the first and the last. */
export const directoryShapes = {
  directory: directoryShape,
  teams: z.array(teamShape),
  advisers: z.array(adviserShape),
  coordinations: z.array(coordinationShape),
  places: z.array(placeShape),
  models: z.array(modelShape),
  charter: charterShape,
};

export type WrittenTeam = z.infer<typeof teamShape>;
export type WrittenAdviser = z.infer<typeof adviserShape>;
export type WrittenCoordination = z.infer<typeof coordinationShape>;
export type WrittenModel = z.infer<typeof modelShape>;
export type WrittenCharter = z.infer<typeof charterShape>;
export type WrittenPlace = z.infer<typeof placeShape>;
export type WrittenDirectory = z.infer<typeof directoryShape>;

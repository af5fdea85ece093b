import { z } from "zod";
import type { DocumentType } from "./document-type.ts";
import { workshopSchema } from "./workshop-schema.ts";
import type { Workshop } from "./workshop.ts";

/** How far the announcer has come. */
export interface AnnouncerPlace {
  /** UTC instant (ISO 8601) until which everything due was planned; a watchdog sees by it that it is alive. */
  readonly lastTickAt: string;
}

/** The one document of `storedAnnouncerPlace`. */
export const announcerPlaceId = "announcer";

/** The announcer's place. Much later than it, what was due is not looked for any more. */
export const storedAnnouncerPlace: DocumentType<AnnouncerPlace> = {
  collection: "announcer",
  description: "stored-announcer",
  version: 1,
  migrations: [],
  read: (json) => placeSchema.parse(json),
  keptDays: 400,
  lastUsed: ({ lastTickAt }) => lastTickAt,
  owner: () => undefined,
};

/** Words to correct where they stand, news, or that it does not take place after all: what weighs most, last. */
export const gatheringWeights = ["correction", "change", "no-longer"] as const;

export type GatheringWeight = (typeof gatheringWeights)[number];

/** A workshop as people know it: what differs now is news. */
export interface ToldWorkshop {
  readonly workshop: Workshop;
  /** When it was first told; undefined when it was there before the announcer. */
  readonly since?: string | undefined;
  /** When it began to differ from what people know; undefined while it does not. */
  readonly changedSince?: string | undefined;
  /** How much what differs weighs, of all that was gathered since then; for `changedSince` alone. */
  readonly gathering?: GatheringWeight | undefined;
}

/** Workshops as people know them, each under its id. */
export const storedToldWorkshops: DocumentType<ToldWorkshop> = {
  collection: "told-workshops",
  description: "stored-told-workshops",
  version: 1,
  migrations: [],
  read: (json) => toldSchema.parse(json),
  // The announcer forgets them itself once they are over.
  keptDays: 400,
  lastUsed: ({ workshop: { localStart, localEnd } }) => `${localEnd ?? localStart}:00.000Z`,
  owner: () => undefined,
};

const instant = z.iso.datetime();

const placeSchema = z.strictObject({ lastTickAt: instant });

const toldSchema = z.strictObject({
  workshop: workshopSchema,
  since: instant.optional(),
  changedSince: instant.optional(),
  gathering: z.enum(gatheringWeights).optional(),
});

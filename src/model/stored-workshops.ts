import { z } from "zod";
import type { DocumentType } from "./document-type.ts";
import type { IncomingWorkshop } from "./incoming-workshop.ts";
import { incomingWorkshopSchema, workshopSchema } from "./workshop-schema.ts";
import type { Workshop } from "./workshop.ts";

/** A workshop of the programme, stored under its id. */
export interface StoredWorkshop {
  readonly workshop: Workshop;
  /** What its file or feed said last: only what changes there overwrites what people changed here. */
  readonly incoming?: IncomingWorkshop | undefined;
}

export const workshopChangeKinds = [
  /** Its `before` is the same workshop, retired: what taking it back makes of it. */
  "create",
  "submit",
  "approve",
  "refuse",
  "publish",
  "edit",
  "move-online",
  "postpone",
  "cancel",
  "archive",
  "undo",
] as const;

export type WorkshopChangeKind = (typeof workshopChangeKinds)[number];

/** Who changed a workshop, why, and what it was before; not in the workshop itself, since it is about a person. */
export interface WorkshopChange {
  /** Key of its author, see `personKey`. */
  readonly owner: string;
  /** Id of the workshop. */
  readonly workshop: string;
  readonly kind: WorkshopChangeKind;
  readonly reason?: string | undefined;
  readonly before: Workshop;
  /** Shared by the changes that were confirmed together, as those of a series: they are taken back together. */
  readonly together?: string | undefined;
  /** UTC instant (ISO 8601), the `updatedAt` of the workshop it made. */
  readonly at: string;
}

/** The programme. */
export const storedWorkshops: DocumentType<StoredWorkshop> = {
  collection: "workshops",
  description: "stored-workshops",
  version: 1,
  migrations: [],
  read: (json) => storedWorkshopSchema.parse(json),
  // Over a year after it took place: its number is not given again before.
  keptDays: 400,
  lastUsed: ({ workshop }) => lastUseOf(workshop),
  owner: () => undefined,
};

/** What was done to it, by whom. */
export const storedWorkshopChanges: DocumentType<WorkshopChange> = {
  collection: "workshop-changes",
  description: "stored-workshop-changes",
  version: 1,
  migrations: [],
  read: (json) => workshopChangeSchema.parse(json),
  keptDays: 90,
  lastUsed: ({ at }) => at,
  owner: ({ owner }) => owner,
};

const storedWorkshopSchema = z.strictObject({
  workshop: workshopSchema,
  incoming: incomingWorkshopSchema.optional(),
});

const workshopChangeSchema = z.strictObject({
  owner: z.string(),
  workshop: z.string(),
  kind: z.enum(workshopChangeKinds),
  reason: z.string().optional(),
  before: workshopSchema,
  together: z.string().optional(),
  at: z.iso.datetime(),
});

/** Its last change, or its end (its zone left aside: half a day more or less does not matter here). */
function lastUseOf({ localStart, localEnd, updatedAt }: Workshop): string {
  const end = `${localEnd ?? localStart}:00.000Z`;
  return end > updatedAt ? end : updatedAt;
}

import { z } from "zod";
import { addressSchema } from "./address-schema.ts";
import type { Address } from "./address.ts";
import { languages, type Language } from "./language.ts";
import type { QuietHours } from "./subscription.ts";
import { workshopSchema } from "./workshop-schema.ts";
import type { Workshop } from "./workshop.ts";

/** Every kind of message that is planned. */
export const announcementKinds = [
  "digest",
  "new",
  "change",
  "cancellation",
  "three-days-before",
  "day-before",
  "hour-before",
  "satisfaction",
] as const;

export type AnnouncementKind = (typeof announcementKinds)[number];

/** What must be kept of a planned message so that its words are computed when it is sent. Plain data. */
export interface PlannedAnnouncement {
  /** Unique for ever. */
  readonly key: string;
  readonly kind: AnnouncementKind | "several";
  /** Ids; none for a digest. */
  readonly workshops: readonly string[];
  readonly to: Address;
  readonly person?: string | undefined;
  readonly zone: string;
  /** Undefined for none, and in what was kept before they were. */
  readonly quiet?: QuietHours | undefined;
  readonly language: Language;
  /** UTC instants (ISO 8601). */
  readonly dueAt: string;
  readonly usefulUntil: string;
  readonly effectiveStart?: string | undefined;
  readonly isRegistered: boolean;
  readonly isLate: boolean;
  /** The workshop as people knew it, for a change or a cancellation. */
  readonly before?: Workshop | undefined;
  /** The key of the announcement it says anew where that stands; undefined for a message of its own. */
  readonly corrects?: string | undefined;
  readonly parts: readonly PlannedAnnouncement[];
}

/** Reads one back from where it was kept. */
export const plannedAnnouncementSchema: z.ZodType<PlannedAnnouncement> = z.strictObject({
  key: z.string(),
  kind: z.enum([...announcementKinds, "several"]),
  workshops: z.array(z.string()),
  to: addressSchema,
  person: z.string().optional(),
  zone: z.string(),
  quiet: z.strictObject({ from: z.string(), to: z.string() }).optional(),
  language: z.enum(languages),
  dueAt: z.iso.datetime(),
  usefulUntil: z.iso.datetime(),
  effectiveStart: z.iso.datetime().optional(),
  isRegistered: z.boolean(),
  isLate: z.boolean(),
  before: workshopSchema.optional(),
  corrects: z.string().optional(),
  parts: z.lazy(() => z.array(plannedAnnouncementSchema)),
});

import { z } from "zod";
import type { DocumentType } from "./document-type.ts";
import { languages, type Language } from "./language.ts";
import type { WallTime } from "./workshop.ts";

/** A publication somebody confirmed for later, under the id of its workshop or of its series. */
export interface ScheduledPublication {
  /** Key of who confirmed it, see `personKey`. */
  readonly owner: string;
  /** The drafts with the `updatedAt` of what was confirmed: one that was changed since is not published. */
  readonly workshops: readonly { readonly id: string; readonly version: string }[];
  /** When, on the clock of the workshop. */
  readonly wall: WallTime;
  /** IANA zone of `wall`. */
  readonly timeZone: string;
  /** In which its owner is told of it. */
  readonly language: Language;
}

/** Publications that are still to happen. */
export const storedScheduledPublications: DocumentType<ScheduledPublication> = {
  collection: "scheduled-publications",
  description: "stored-scheduled-publications",
  version: 1,
  migrations: [],
  read: (json) => scheduledSchema.parse(json),
  keptDays: 30,
  lastUsed: ({ wall }) => `${wall}:00.000Z`,
  owner: ({ owner }) => owner,
};

const scheduledSchema = z.strictObject({
  owner: z.string(),
  workshops: z.array(z.strictObject({ id: z.string(), version: z.iso.datetime() })),
  wall: z.string(),
  timeZone: z.string(),
  language: z.enum(languages),
});

import { z } from "zod";
import type { DocumentType } from "./document-type.ts";

/** What happened to a request, without a word of what was said. Source: HANDOFF.md, 4 (Event). */
export interface RequestEvent {
  /** Its number. */
  readonly number: number;
  /** As a state of `RequestState`, or `reminded`, `widened`, `deleted`, `erased`... */
  readonly kind: string;
  /** Who did it: `asker`, `bot`, or the id of an adviser. */
  readonly by: string;
  readonly team?: string | undefined;
  readonly at: string;
}

const eventSchema: z.ZodType<RequestEvent> = z.strictObject({
  number: z.int().min(0),
  kind: z.string(),
  by: z.string(),
  team: z.string().optional(),
  at: z.iso.datetime(),
});

/** How the audit is stored: 14 months, about nobody. */
export const requestEventType: DocumentType<RequestEvent> = {
  collection: "request-events",
  version: 1,
  migrations: [],
  read: (json) => eventSchema.parse(json),
  description: "stored-request-events",
  keptDays: 425,
  lastUsed: ({ at }) => at,
  owner: () => undefined,
};

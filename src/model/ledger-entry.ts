import { z } from "zod";
import { addressSchema } from "./address-schema.ts";
import type { Address } from "./address.ts";
import type { DocumentType } from "./document-type.ts";
import { latestOf } from "./latest-of.ts";

/**
 * What became of one announcement for one room or person: the proof of delivery, and what keeps it from
 * being sent twice. It holds no words. Stored under its unique key (WORKSHOPS.md 7.2), hashed by `messageKey`.
 */
export interface LedgerEntry {
  /** Key of the person it was for; undefined for a room. */
  readonly owner?: string | undefined;
  /** The platform's own id of that person. */
  readonly person?: string | undefined;
  /** True for somebody who signed up: it is their own reminder or notice. */
  readonly isRegistered?: boolean | undefined;
  readonly campaign: number;
  readonly kind: string;
  /** Ids of those it told of; before it is sent, of those it was planned for. */
  readonly workshops: readonly string[];
  /** UTC instants (ISO 8601). */
  readonly effectiveStart?: string | undefined;
  readonly plannedAt: string;
  /** When it came to the state it is in. */
  readonly at: string;
  /** Until when it says something of use: for what is new, the start of the last workshop. */
  readonly usefulUntil?: string | undefined;
  readonly to: Address;
  readonly state: LedgerState;
}

/** `messages` are the platform's own ids, where it told them: more than one is one message shown twice. */
export type LedgerState =
  | { readonly kind: "planned" }
  | { readonly kind: "sending"; readonly attempts: number }
  | { readonly kind: "sent"; readonly messages: readonly string[] }
  /** `wasTried` when a try that may have been shown went before. */
  | { readonly kind: "skipped"; readonly reason: string; readonly wasTried?: boolean | undefined }
  /** `isGivenUp` once it will not be tried again; `isUnseen` when it is known that no try was shown. */
  | {
      readonly kind: "failed";
      readonly attempts: number;
      readonly why: string;
      readonly isGivenUp: boolean;
      readonly isUnseen?: boolean | undefined;
    };

/** One announcement to all its rooms and people, under the number people say. Stored under that number. */
export interface Campaign {
  /** From 1, never used again. */
  readonly number: number;
  readonly kind: string;
  readonly workshops: readonly string[];
  /** Rooms and people it was planned for. */
  readonly targets: number;
  /** UTC instant (ISO 8601). */
  readonly at: string;
  /** UTC instant (ISO 8601) its outcome was told to who confirmed it, if anybody did. */
  readonly provedAt?: string | undefined;
  /** True while what was told then is not the end: some rooms were still to be tried. */
  readonly isProofOpen?: boolean | undefined;
}

/** What became of announcements. */
export const ledgerType: DocumentType<LedgerEntry> = {
  collection: "ledger",
  description: "stored-ledger",
  version: 1,
  migrations: [],
  read: (json) => ledgerEntrySchema.parse(json),
  keptDays: 90,
  // Who was told of a workshop is told that it is cancelled, however long ago that was.
  lastUsed: ({ at, effectiveStart = at, usefulUntil = effectiveStart }) =>
    latestOf(at, usefulUntil),
  owner: ({ owner }) => owner,
};

/** The announcements by number. */
export const campaignType: DocumentType<Campaign> = {
  collection: "campaigns",
  description: "stored-campaigns",
  version: 1,
  migrations: [],
  read: (json) => campaignSchema.parse(json),
  // Longer than any pause between two announcements: numbers are counted on from the last one.
  keptDays: 730,
  lastUsed: ({ at }) => at,
  owner: () => undefined,
};

const instant = z.iso.datetime();
const count = z.int().min(1);

const ledgerEntrySchema = z.strictObject({
  owner: z.string().optional(),
  person: z.string().optional(),
  isRegistered: z.boolean().optional(),
  campaign: count,
  kind: z.string(),
  workshops: z.array(z.string()),
  effectiveStart: instant.optional(),
  plannedAt: instant,
  at: instant,
  usefulUntil: instant.optional(),
  to: addressSchema,
  state: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("planned") }),
    z.strictObject({ kind: z.literal("sending"), attempts: count }),
    z.strictObject({ kind: z.literal("sent"), messages: z.array(z.string()) }),
    z.strictObject({
      kind: z.literal("skipped"),
      reason: z.string(),
      wasTried: z.boolean().optional(),
    }),
    z.strictObject({
      kind: z.literal("failed"),
      attempts: count,
      why: z.string(),
      isGivenUp: z.boolean(),
      isUnseen: z.boolean().optional(),
    }),
  ]),
});

const campaignSchema = z.strictObject({
  number: count,
  kind: z.string(),
  workshops: z.array(z.string()),
  targets: z.int().min(0),
  at: instant,
  provedAt: instant.optional(),
  isProofOpen: z.boolean().optional(),
});

import { z } from "zod";
import { plannedAnnouncementSchema, type PlannedAnnouncement } from "./planned-announcement.ts";
import type { Reply } from "./reply.ts";

/** A message that may not have been delivered yet. Instants are UTC (ISO 8601). */
export interface OutboxRow {
  /** Key of the person it is about or for; undefined when it is for a room. */
  readonly owner?: string | undefined;
  /** Key of another person whose words or request it tells of: it goes when they want nothing kept. */
  readonly about?: string | undefined;
  readonly reply: Reply;
  /** When it was put there. */
  readonly at: string;
  /** Not sent before. */
  readonly notBefore?: string | undefined;
  /** Not sent after. */
  readonly usefulUntil?: string | undefined;
  readonly state: OutboxState;
  /** What it announces; undefined for what is said in a conversation, which has no ledger. */
  readonly announced?: Announced | undefined;
}

/**
 * How far an announcement is. `sending` is written before the platform is asked: found there after a crash,
 * nobody knows whether it was shown. What is said in a conversation stays `waiting` until it is gone: its
 * turn tries it at once, and every tick again.
 */
export type OutboxState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending"; readonly since: string; readonly attempts: number }
  | {
      readonly kind: "failed";
      readonly attempts: number;
      readonly nextTryAt: string;
      readonly why: string;
      /** True when it is known that no try was shown: its words may still change. */
      readonly isUnseen?: boolean | undefined;
    };

/** What an announcement is about. */
export interface Announced {
  /** The number people say: "annonce n° 42". */
  readonly campaign: number;
  /** As the planner names it: `digest`, `cancellation`... */
  readonly kind: string;
  /** Ids; none for a digest that was not written yet. */
  readonly workshops: readonly string[];
  readonly effectiveStart?: string | undefined;
  /** What its words are made from once it is sent; undefined when they are as they are. */
  readonly planned?: PlannedAnnouncement | undefined;
}

const instant = z.iso.datetime();
const attempts = z.int().min(1);

/** The fields of a stored row but for its message. */
export const outboxFields = {
  owner: z.string().optional(),
  about: z.string().optional(),
  at: instant,
  notBefore: instant.optional(),
  usefulUntil: instant.optional(),
  // Rows of before announcements have none.
  state: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("waiting") }),
      z.strictObject({ kind: z.literal("sending"), since: instant, attempts }),
      z.strictObject({
        kind: z.literal("failed"),
        attempts,
        nextTryAt: instant,
        why: z.string(),
        isUnseen: z.boolean().optional(),
      }),
    ])
    .default({ kind: "waiting" }),
  announced: z
    .strictObject({
      campaign: z.int().min(1),
      kind: z.string(),
      workshops: z.array(z.string()),
      effectiveStart: instant.optional(),
      planned: plannedAnnouncementSchema.optional(),
    })
    .optional(),
};

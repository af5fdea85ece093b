import { z } from "zod";
import { replySchema } from "../../model/reply-schema.ts";

/** What is read back from the store, checked: see the interfaces of the same names in matrix-documents.ts. */
const instant = z.iso.datetime();
const content = z.record(z.string(), z.unknown());

export const roomShape = z.strictObject({
  encryption: z
    .strictObject({
      rotationPeriodMs: z.number().optional(),
      rotationPeriodMessages: z.number().optional(),
    })
    .optional(),
  joining: z.strictObject({ inviter: z.string(), isDirect: z.boolean() }).optional(),
  arrivedWith: z.string().optional(),
  isUnwanted: z.boolean().optional(),
  isOnTrial: z.boolean().optional(),
  isLeft: z.boolean().optional(),
  isDirect: z.boolean().optional(),
  successor: z.string().optional(),
  isSuccessorSure: z.boolean().optional(),
  toldAt: instant.optional(),
  at: instant,
});

export const sendingShape = z.strictObject({
  owner: z.string().optional(),
  reply: replySchema,
  done: z.array(z.string()),
  sealed: z.strictObject({ type: z.string(), content, redacts: z.string().optional() }).optional(),
  sealedAt: instant.optional(),
  at: instant,
});

export const sentShape = z.strictObject({
  events: z.array(z.string()),
  choices: z.array(z.string()),
  signs: z.array(z.string()).optional(),
  asker: z.string().optional(),
  thread: z.string().optional(),
  answers: z.string().optional(),
  isAnnouncement: z.boolean().optional(),
  isLasting: z.boolean().optional(),
  reaction: z.strictObject({ sign: z.string(), on: z.string() }).optional(),
  goneAt: instant.optional(),
  at: instant,
});

export const unreadShape = z.strictObject({
  owner: z.string(),
  room: z.string(),
  why: z.enum(["missing-key", "missing-file", "room-unknown"]),
  event: z.strictObject({
    id: z.string(),
    type: z.string(),
    sender: z.string(),
    sentAt: instant,
    content,
    redacts: z.string().optional(),
  }),
  at: instant,
});

export const placeShape = z.strictObject({ next: z.string(), at: instant });

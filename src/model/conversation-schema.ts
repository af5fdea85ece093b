import { z } from "zod";
import type { Conversation, Mode } from "./conversation.ts";
import { diagnosticTalkSchema } from "./diagnostic-talk.ts";
import { handoffTalkSchema } from "./handoff-talk.ts";
import { workshopDraftSchema } from "./workshop-draft-schema.ts";

const question = z.string();
const intent = z.string();

const modeSchema: z.ZodType<Mode> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("idle") }),
  z.strictObject({ kind: z.literal("answered"), intent, question }),
  z.strictObject({ kind: z.literal("choosing"), question, options: z.array(intent) }),
  z.strictObject({ kind: z.literal("rephrasing"), question }),
  z.strictObject({ kind: z.literal("not-known"), question }),
  z.strictObject({ kind: z.literal("explaining"), intent, question }),
  z.strictObject({ kind: z.literal("confirming-forget") }),
  z.strictObject({ kind: z.literal("confirming-restart") }),
  z.strictObject({ kind: z.literal("drafting"), draft: workshopDraftSchema }),
  z.strictObject({
    kind: z.literal("importing"),
    text: z.string(),
    timeZone: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal("seats"), labels: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("diagnostic"), talk: diagnosticTalkSchema }),
  z.strictObject({ kind: z.literal("handoff"), talk: handoffTalkSchema }),
]);

const turnShape = {
  language: z.enum(["fr", "en"]),
  mode: modeSchema,
  trail: z.array(modeSchema),
  lastIntent: z.string().optional(),
  unclearInARow: z.int().min(0),
  wasToldOfPrivacy: z.boolean(),
  questionFrom: z.string().optional(),
  askedBy: z.array(z.string()).optional(),
};

/** Checks a conversation read from disk. */
export const conversationSchema: z.ZodType<Conversation> = z.strictObject({
  platform: z.string(),
  room: z.string(),
  person: z.string(),
  ...turnShape,
  workshop: z.string().optional(),
  suspended: z.array(workshopDraftSchema).optional(),
  updatedAt: z.iso.datetime(),
  lastTurn: z
    .strictObject({
      message: z.string(),
      sentAt: z.iso.datetime(),
      shown: z.array(z.string()),
      before: z.strictObject(turnShape),
    })
    .optional(),
});

import { z } from "zod";
import type { DocumentType } from "./document-type.ts";

/** What somebody thought of the help they got. Source: HANDOFF.md, 10. */
export interface HelpFeedback {
  readonly team?: string | undefined;
  /** Id of the adviser, who alone sees figures of their own. */
  readonly adviser?: string | undefined;
  /** 1 bad, 2 so-so, 3 good. */
  readonly score: 1 | 2 | 3;
  /** Masked. */
  readonly comment?: string | undefined;
  /** Key of who said it, so that it goes with them. */
  readonly owner?: string | undefined;
  readonly at: string;
}

const feedbackSchema: z.ZodType<HelpFeedback> = z.strictObject({
  team: z.string().optional(),
  adviser: z.string().optional(),
  score: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  comment: z.string().optional(),
  owner: z.string().optional(),
  at: z.iso.datetime(),
});

/** How it is stored: six months, sealed for its comments. */
export const helpFeedbackType: DocumentType<HelpFeedback> = {
  collection: "help-feedback",
  version: 1,
  migrations: [],
  read: (json) => feedbackSchema.parse(json),
  description: "stored-help-feedback",
  keptDays: 183,
  isSealed: true,
  lastUsed: ({ at }) => at,
  owner: ({ owner }) => owner,
  // Who answers chose whether their name is known.
  told: (feedback) => ({ ...feedback, adviser: undefined }),
};

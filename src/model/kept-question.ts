import { z } from "zod";

/** A question nobody could answer, or whose answer was disliked; masked before it is stored. */
export interface KeptQuestion {
  readonly owner: string;
  readonly question: string;
  readonly language: "fr" | "en";
  readonly because: "unknown" | "disliked";
  readonly intent?: string | undefined;
  readonly why?: string | undefined;
  /** Names, by a hash, the message it was asked in: when that is deleted, it goes. */
  readonly askedIn?: string | undefined;
  readonly at: string;
}

/** Checks one that was read from disk. */
export const keptQuestionSchema = z.strictObject({
  owner: z.string(),
  question: z.string(),
  language: z.enum(["fr", "en"]),
  because: z.enum(["unknown", "disliked"]),
  intent: z.string().optional(),
  why: z.string().optional(),
  askedIn: z.string().optional(),
  at: z.iso.datetime(),
});

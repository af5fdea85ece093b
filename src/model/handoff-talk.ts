import { z } from "zod";

/** What is masked in a question given to people unless its asker leaves it; a password always is. */
export const maskedKinds = ["email", "account", "card", "phone", "name"] as const;
export type MaskedKind = (typeof maskedKinds)[number];

/** How a draft is to be given; the words themselves are in its messages. */
export interface DraftWishes {
  /** Kinds that are left as they were typed. */
  readonly leaves?: readonly MaskedKind[] | undefined;
  /** The result of their diagnostic goes with it. */
  readonly withDiagnostic?: boolean | undefined;
  /** Names the words as they were shown last: other ones are shown before they are given. */
  readonly shown?: string | undefined;
}

/** What the hand-off waits for, on the asker's side; every text is in the draft's messages. */
export type HandoffTalk =
  /** The exact text is shown: give it, change it, add the diagnostic, or not? */
  | ({ readonly kind: "consent"; readonly request: string } & DraftWishes)
  /** What they type next takes the place of the text. */
  | ({ readonly kind: "editing"; readonly request: string } & DraftWishes)
  /** What they type next is their département. */
  | ({ readonly kind: "territory"; readonly request: string } & DraftWishes)
  | ({ readonly kind: "theme"; readonly request: string } & DraftWishes)
  /** What they type next is the name their adviser may read. */
  | { readonly kind: "name"; readonly request: string }
  /** After an opinion that is not good, what they type next is what was missing, if they wish. */
  | { readonly kind: "missing"; readonly request: string }
  /** Something looks like a new question while somebody holds a request: for whom is it? */
  | { readonly kind: "for-whom"; readonly request: string; readonly position: number }
  /** « j'annule », « effacer A-127 »: sure? */
  | { readonly kind: "confirm-withdraw"; readonly request: string }
  | { readonly kind: "confirm-erase"; readonly request: string }
  /** Several requests: which one is meant? `wants`: what for; of a relay, the words are held with the first. */
  | {
      readonly kind: "which";
      readonly requests: readonly string[];
      readonly wants: "withdraw" | "erase" | "reopen" | "add" | "relay";
    };

const draft = {
  request: z.string(),
  leaves: z.array(z.enum(maskedKinds)).optional(),
  withDiagnostic: z.boolean().optional(),
  shown: z.string().optional(),
};

/** Checks what was read from disk. */
export const handoffTalkSchema: z.ZodType<HandoffTalk> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("consent"), ...draft }),
  z.strictObject({ kind: z.literal("editing"), ...draft }),
  z.strictObject({ kind: z.literal("territory"), ...draft }),
  z.strictObject({ kind: z.literal("theme"), ...draft }),
  z.strictObject({ kind: z.literal("name"), request: z.string() }),
  z.strictObject({ kind: z.literal("missing"), request: z.string() }),
  z.strictObject({
    kind: z.literal("for-whom"),
    request: z.string(),
    position: z.int().min(0),
  }),
  z.strictObject({ kind: z.literal("confirm-withdraw"), request: z.string() }),
  z.strictObject({ kind: z.literal("confirm-erase"), request: z.string() }),
  z.strictObject({
    kind: z.literal("which"),
    requests: z.array(z.string()),
    wants: z.enum(["withdraw", "erase", "reopen", "add", "relay"]),
  }),
]);

import { z } from "zod";

export const roadmapFields = ["who", "helper", "by", "aim"] as const;
export type RoadmapField = (typeof roadmapFields)[number];

/** Proposed after the result, one at a time, in this order. */
export const offersAfter = [
  "full-path",
  "roadmap",
  "territory",
  "follow-up",
  "statistics",
  "useful",
] as const;
export type OfferAfter = (typeof offersAfter)[number];

/**
 * What the diagnostic waits for; never an answer, which is in the run. `question`: the one that waits in the
 * run, `between` being the codes of which one is to be chosen when what was said may mean either.
 */
export type DiagnosticTalk =
  /** Which path, and whether anything is kept? `isTogether`: a code for others to join by is wanted too. */
  | { readonly kind: "offer"; readonly isTogether?: true | undefined }
  /** An unfinished run was found. */
  | { readonly kind: "found-unfinished" }
  | { readonly kind: "question"; readonly between?: readonly string[] | undefined }
  /** An earlier answer was corrected in place: is it to change? */
  | {
      readonly kind: "change-earlier";
      readonly question: string;
      readonly codes: readonly string[];
    }
  /** All is answered: is it right? */
  | { readonly kind: "recap" }
  /** Paused: a reminder? */
  | { readonly kind: "pause" }
  /** Left: keep, erase, or a first result? */
  | { readonly kind: "stop" }
  | { readonly kind: "confirm-restart" }
  | { readonly kind: "confirm-erase" }
  /** The result was given; what is proposed below it, or below the page on `how` to do a recommendation. */
  | { readonly kind: "result"; readonly how?: string | undefined }
  | { readonly kind: "after"; readonly offer: OfferAfter }
  /** What a line of it still lacks; of the line after the last, nothing: it is shown. `isAlone`: that line only. */
  | {
      readonly kind: "roadmap";
      readonly line: number;
      readonly field: RoadmapField;
      readonly isAlone?: boolean | undefined;
    }
  /**
   * How a line of the roadmap goes; then, where it does not, why, `isOfAll` when that is of every open line.
   * `asks` something else: a new date for that line or, once all were gone through, whether to see what changed.
   */
  | {
      readonly kind: "follow-up";
      readonly line: number;
      readonly asksWhy: boolean;
      readonly isOfAll?: boolean | undefined;
      readonly asks?: "date" | "compare" | undefined;
    }
  /** Somebody was told about a group they may join. */
  | { readonly kind: "join"; readonly code: string };

/** Checks one read from disk. */
export const diagnosticTalkSchema: z.ZodType<DiagnosticTalk> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("offer"), isTogether: z.literal(true).optional() }),
  z.strictObject({ kind: z.literal("found-unfinished") }),
  z.strictObject({ kind: z.literal("question"), between: z.array(z.string()).optional() }),
  z.strictObject({
    kind: z.literal("change-earlier"),
    question: z.string(),
    codes: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal("recap") }),
  z.strictObject({ kind: z.literal("pause") }),
  z.strictObject({ kind: z.literal("stop") }),
  z.strictObject({ kind: z.literal("confirm-restart") }),
  z.strictObject({ kind: z.literal("confirm-erase") }),
  z.strictObject({ kind: z.literal("result"), how: z.string().optional() }),
  z.strictObject({ kind: z.literal("after"), offer: z.enum(offersAfter) }),
  z.strictObject({
    kind: z.literal("roadmap"),
    line: z.int().min(0),
    field: z.enum(roadmapFields),
    isAlone: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal("follow-up"),
    line: z.int().min(0),
    asksWhy: z.boolean(),
    isOfAll: z.boolean().optional(),
    asks: z.enum(["date", "compare"]).optional(),
  }),
  z.strictObject({ kind: z.literal("join"), code: z.string() }),
]);

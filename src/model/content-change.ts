import { z } from "zod";

/** A content file as it is to become. */
export interface FileChange {
  /** From the project's root, with `/`. */
  readonly path: string;
  /** What it was made from; undefined: there must be none. */
  readonly before?: string | undefined;
  /** Undefined: it is taken away. */
  readonly after?: string | undefined;
}

/** What a question of the evaluation came to: its decision, and the intents answered or offered. */
const cameTo = z.string();

const tally = z.strictObject({
  questions: z.int(),
  right: z.int(),
  offered: z.int(),
  wrong: z.int(),
});

const trialSchema = z.strictObject({
  /** What forbids using the files, as `check` says it. */
  problems: z.array(z.string()),
  before: tally,
  after: tally,
  /** Questions that fare otherwise; `expected`: the right intents, parted by `|`. */
  changed: z.array(
    z.strictObject({
      question: z.string(),
      expected: z.string(),
      before: cameTo,
      after: cameTo,
      way: z.enum(["worse", "less-direct", "more-direct", "better"]),
    }),
  ),
  isAccepted: z.boolean(),
});

/** What a change of content would do to the questions of the evaluation. Counts of questions. */
export type ContentTrialReport = z.infer<typeof trialSchema>;
export type Tally = z.infer<typeof tally>;
export type ChangedQuestion = ContentTrialReport["changed"][number];

/** Reads what the process that tried a change printed. @throws when it is not that */
export function readTrial(text: string): ContentTrialReport {
  return trialSchema.parse(JSON.parse(text));
}

const changesSchema: z.ZodType<readonly FileChange[]> = z.array(
  z.strictObject({
    path: z.string(),
    before: z.string().optional(),
    after: z.string().optional(),
  }),
);

/** Reads the changes that process is given. @throws when it is not that */
export function readFileChanges(text: string): readonly FileChange[] {
  return changesSchema.parse(JSON.parse(text));
}

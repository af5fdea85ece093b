import { z } from "zod";
import {
  answersSchema,
  finishedDays,
  paths,
  type Answers,
  type DiagnosticPath,
} from "./diagnostic-run.ts";
import type { DocumentType } from "./document-type.ts";
import { DAY_MS } from "./durations.ts";

/**
 * Several people who answer for one association. Its id is its code; who answers in it is said by the runs that
 * name it, and by nothing here. Instants are UTC (ISO 8601).
 */
export interface DiagnosticGroup {
  /** Key of who opened it (see `personKey`). */
  readonly opener: string;
  /** First name or nickname the opener chose to be known by. */
  readonly nickname?: string | undefined;
  readonly version: string;
  readonly path: DiagnosticPath;
  readonly openedAt: string;
  /** When the opener asked for the common result: nobody joins any more. */
  readonly closedAt?: string | undefined;
  /** What they have in common, once it is drawn: no answer of anybody, and no way back to one. */
  readonly drawn?: DrawnResult | undefined;
}

/** The common result of a group. */
export interface DrawnResult {
  /** The lower median of each question. */
  readonly answers: Answers;
  /** How many answered. */
  readonly people: number;
  /** Questions answered far apart; lowest and highest value, 0..3, from three answers up only. */
  readonly apart: readonly {
    readonly question: string;
    readonly from?: number | undefined;
    readonly to?: number | undefined;
  }[];
  readonly at: string;
}

/** Days a code can be joined by, and days after which the common result is drawn. Source: DIAGNOSTIC.md, 8. */
export const groupDays = 30;
export const drawnAfterDays = 14;

const instant = z.iso.datetime();

const groupSchema: z.ZodType<DiagnosticGroup> = z.strictObject({
  opener: z.string(),
  nickname: z.string().optional(),
  version: z.string(),
  path: z.enum(paths),
  openedAt: instant,
  closedAt: instant.optional(),
  drawn: z
    .strictObject({
      answers: answersSchema,
      people: z.int().min(1),
      apart: z.array(
        z.strictObject({
          question: z.string(),
          from: z.number().optional(),
          to: z.number().optional(),
        }),
      ),
      at: instant,
    })
    .optional(),
});

/** How groups are stored: they go with who opened them; a common result is kept as long as anybody's own. */
export const diagnosticGroupType: DocumentType<DiagnosticGroup> = {
  collection: "diagnostic-groups",
  version: 1,
  migrations: [],
  read: (json) => groupSchema.parse(json),
  description: "stored-diagnostic-groups",
  keptDays: finishedDays,
  // A code nothing was drawn from is kept for a shorter time: it counts as used that much earlier.
  lastUsed: ({ openedAt, drawn }) =>
    drawn?.at ?? new Date(Date.parse(openedAt) - (finishedDays - groupDays) * DAY_MS).toISOString(),
  owner: ({ opener }) => opener,
};

import { z } from "zod";
import { finishedDays, paths, type DiagnosticPath } from "./diagnostic-run.ts";
import type { DocumentType } from "./document-type.ts";

/**
 * That somebody left the diagnostic at a question, and nothing about whom: written when what they answered is
 * erased because nobody went on with it.
 */
export interface LeftRun {
  /** The question that waited; undefined where all were answered. */
  readonly question?: string | undefined;
  readonly path: DiagnosticPath;
  /** UTC instant (ISO 8601) of the beginning of that month. */
  readonly month: string;
}

/** How they are stored, counted for as long as results are. */
export const leftRunType: DocumentType<LeftRun> = {
  collection: "left-runs",
  version: 1,
  migrations: [],
  read: (json) => leftRunSchema.parse(json),
  description: "stored-left-runs",
  keptDays: finishedDays,
  lastUsed: ({ month }) => month,
  owner: () => undefined,
};

const leftRunSchema: z.ZodType<LeftRun> = z.strictObject({
  question: z.string().optional(),
  path: z.enum(paths),
  month: z.iso.datetime(),
});

import { z } from "zod";
import { paths, type DiagnosticPath } from "./diagnostic-run.ts";
import type { DocumentType } from "./document-type.ts";

/** A number that may be shown; undefined where it stands for too few to be told. */
export type Shown = number | undefined;

/** Something counted, by its id. */
export interface CountOf {
  readonly id: string;
  /** A multiple of 5. */
  readonly count?: Shown;
}

/** The mean level of associations in one dimension. */
export interface LevelOf {
  readonly dimension: string;
  /** 0..100, a multiple of 5. */
  readonly score?: Shown;
  /** Where it stays as it was published: until when what it counts happened, UTC instant (ISO 8601). */
  readonly until?: string | undefined;
}

/** Associations of one département. */
export interface TerritoryFigures {
  readonly territory: string;
  /** A multiple of 5. */
  readonly associations?: Shown;
  readonly levels: readonly LevelOf[];
  /** The same as of a level. */
  readonly until?: string | undefined;
}

/** What became of the steps some time after the result: a multiple of 5 associations each. */
export interface StepsDone {
  readonly months: 1 | 3;
  /** With at least one step done. */
  readonly some?: Shown;
  /** With none done. */
  readonly none?: Shown;
}

/** Where associations stand, without a way back to one of them. Source: DIAGNOSTIC.md, 10.3. */
export interface Figures {
  /** A multiple of 5. */
  readonly associations?: Shown;
  readonly levels: readonly LevelOf[];
  readonly territories: readonly TerritoryFigures[];
  /** The recommendations made most often, at most five, by id. */
  readonly recommendations: readonly CountOf[];
  /** Dimensions associations would like to improve first, most wished first. */
  readonly wishes: readonly CountOf[];
  /** Where unfinished runs were left, in the order of the questions. */
  readonly left: readonly (CountOf & { readonly path: DiagnosticPath })[];
  readonly stepsDone: readonly StepsDone[];
  /** Minutes from the first question to the result. */
  readonly minutes: readonly { readonly path: DiagnosticPath; readonly median?: Shown }[];
}

/** Figures as they were published, once and for all; their id is their month, `YYYY-MM`. Instants are UTC. */
export interface PublishedFigures {
  readonly figures: Figures;
  /** What happened before that instant is counted. */
  readonly until: string;
}

const shown = z.number().optional();
const counts = { id: z.string(), count: shown };
const dated = { until: z.iso.datetime().optional() };
const levels = z.array(z.strictObject({ dimension: z.string(), score: shown, ...dated }));

const publishedSchema: z.ZodType<PublishedFigures> = z.strictObject({
  until: z.iso.datetime(),
  figures: z.strictObject({
    associations: shown,
    levels,
    territories: z.array(
      z.strictObject({ territory: z.string(), associations: shown, levels, ...dated }),
    ),
    recommendations: z.array(z.strictObject(counts)),
    wishes: z.array(z.strictObject(counts)),
    left: z.array(z.strictObject({ ...counts, path: z.enum(paths) })),
    stepsDone: z.array(
      z.strictObject({ months: z.union([z.literal(1), z.literal(3)]), some: shown, none: shown }),
    ),
    minutes: z.array(z.strictObject({ path: z.enum(paths), median: shown })),
  }),
});

/** How published figures are stored: three years, about nobody. */
export const publishedFiguresType: DocumentType<PublishedFigures> = {
  collection: "diagnostic-figures",
  version: 1,
  migrations: [],
  read: (json) => publishedSchema.parse(json),
  description: "stored-diagnostic-figures",
  keptDays: 1096,
  lastUsed: ({ until }) => until,
  owner: () => undefined,
};

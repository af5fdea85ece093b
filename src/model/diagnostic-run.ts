import { z } from "zod";
import { offersAfter, type OfferAfter } from "./diagnostic-talk.ts";
import type { DocumentType } from "./document-type.ts";
import { DAY_MS } from "./durations.ts";
import { languages, type Language } from "./language.ts";

/** What is kept of an answer: codes and numbers, never words. A question that was not asked has none. */
export type RecordedAnswer =
  | { readonly kind: "options"; readonly codes: readonly string[] }
  /** 0..10. */
  | { readonly kind: "number"; readonly number: number }
  /** "I do not know": to find out. */
  | { readonly kind: "unknown" }
  | { readonly kind: "skipped" }
  /** The intents a free sentence was about; the sentence itself is not kept. */
  | { readonly kind: "about"; readonly intents: readonly string[] };

/** The answers of a run, by question. */
export type Answers = Readonly<Record<string, RecordedAnswer>>;

export const paths = ["short", "full"] as const;
export type DiagnosticPath = (typeof paths)[number];

/** The question that waits for an answer; undefined in a run when all are answered. */
export interface PendingQuestion {
  readonly question: string;
  /** Rises each time it is asked anew: a button of an older asking says nothing any more. */
  readonly revision: number;
  /** How many times in a row its answer was not understood. */
  readonly misread: number;
}

export const runStates = ["asking", "paused", "completed", "stopped"] as const;
export type RunState = (typeof runStates)[number];

export const stepStates = ["to-do", "under-way", "done", "put-off", "given-up"] as const;
export type StepState = (typeof stepStates)[number];

/** One line of the roadmap: what is done, by whom, by when. Everything typed is as it was typed. */
export interface RoadmapLine {
  readonly recommendation: string;
  /** What for, in the association's own project. */
  readonly aim?: string | undefined;
  readonly who?: string | undefined;
  readonly helper?: string | undefined;
  /** The day it should be done, `YYYY-MM-DD`. */
  readonly by: string;
  readonly state: StepState;
}

/** Whether the person wants to be asked how it goes, and how far that is. Instants are UTC (ISO 8601). */
export interface FollowUp {
  /** When they are asked next; undefined once it is over. */
  readonly nextAt?: string | undefined;
  /** Which one that is. */
  readonly next: "one-month" | "three-months";
  /** Asked, and not answered yet. */
  readonly askedAt?: string | undefined;
}

/** The beginning of what a run carries on. */
export interface FirstResult {
  /** UTC instant (ISO 8601). */
  readonly at: string;
  /** From the first question to it, 1 or more. */
  readonly minutes: number;
}

/** What a correction of the last message takes back. */
export interface RunBefore {
  /** Names the turn that changed the run. */
  readonly turn: string;
  /** The run as it stood before that; undefined when the turn began it. */
  readonly run?: Omit<DiagnosticRun, "before"> | undefined;
}

/** What people were told on the way. */
export interface ToldOnTheWay {
  /** The least number of questions that was shown: it never rises. */
  readonly total: number;
  /** True once they were told of being half-way. */
  readonly half?: boolean | undefined;
}

/** One person's way through the questionnaire. Instants are UTC (ISO 8601). */
export interface DiagnosticRun {
  /** Unguessable; says nothing of anybody. */
  readonly id: string;
  /** Key of the person (see `personKey`). */
  readonly owner: string;
  /** Version of the questionnaire it began with, and ends with. */
  readonly version: string;
  readonly path: DiagnosticPath;
  readonly language: Language;
  readonly state: RunState;
  readonly answers: Answers;
  readonly pending?: PendingQuestion | undefined;
  /** Questions in a row that interrupted it. */
  readonly interruptions: number;
  /** True once somebody to talk to was offered, because answers were not understood. */
  readonly wasOfferedPerson?: boolean | undefined;
  /** When what is kept was agreed to. */
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly completedAt?: string | undefined;
  /** The person wants to be reminded of a pause at this instant; once, then undefined. */
  readonly remindAt?: string | undefined;
  /** Recommendations set aside: done since, there already, or not for them. */
  readonly setAside: Readonly<Record<string, "done" | "in-place" | "not-for-us">>;
  readonly roadmap?: readonly RoadmapLine[] | undefined;
  readonly followUp?: FollowUp | undefined;
  /** Of a run that asks some questions of an earlier one again: the first result of that one. */
  readonly firstResult?: FirstResult | undefined;
  /** The code of the group it answers in. */
  readonly group?: string | undefined;
  /** Département or territory, as in `Workshop.territory`, when they gave one. */
  readonly territory?: string | undefined;
  /** What was proposed after the result and answered, whatever the answer: it is not proposed again. */
  readonly settled?: readonly OfferAfter[] | undefined;
  /** True when they agreed to be counted in figures without names. */
  readonly isCounted?: boolean | undefined;
  readonly told?: ToldOnTheWay | undefined;
  /** Names the turn each answer came in: a message corrected later finds its question. Gone with the result. */
  readonly saidIn?: Readonly<Record<string, string>> | undefined;
  /** Undefined once nothing of the last turn can be taken back. */
  readonly before?: RunBefore | undefined;
}

/** Days an unfinished run is kept after its last answer. Source: DIAGNOSTIC.md, 10.1. */
export const unfinishedDays = 30;

/** Days a finished one is kept: a comparison a year later must be possible (14 months). */
export const finishedDays = 427;

const instant = z.iso.datetime();
const day = z.iso.date();

const answerSchema: z.ZodType<RecordedAnswer> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("options"), codes: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("number"), number: z.number().min(0).max(10) }),
  z.strictObject({ kind: z.literal("unknown") }),
  z.strictObject({ kind: z.literal("skipped") }),
  z.strictObject({ kind: z.literal("about"), intents: z.array(z.string()) }),
]);

/** Checks the answers of a run. */
export const answersSchema: z.ZodType<Answers> = z.record(z.string(), answerSchema);

const runShape = {
  id: z.string(),
  owner: z.string(),
  version: z.string(),
  path: z.enum(paths),
  language: z.enum(languages),
  state: z.enum(runStates),
  answers: answersSchema,
  pending: z
    .strictObject({
      question: z.string(),
      revision: z.int().min(0),
      misread: z.int().min(0),
    })
    .optional(),
  interruptions: z.int().min(0),
  wasOfferedPerson: z.boolean().optional(),
  startedAt: instant,
  updatedAt: instant,
  completedAt: instant.optional(),
  remindAt: instant.optional(),
  setAside: z.record(z.string(), z.enum(["done", "in-place", "not-for-us"])),
  roadmap: z
    .array(
      z.strictObject({
        recommendation: z.string(),
        aim: z.string().optional(),
        who: z.string().optional(),
        helper: z.string().optional(),
        by: day,
        state: z.enum(stepStates),
      }),
    )
    .optional(),
  followUp: z
    .strictObject({
      nextAt: instant.optional(),
      next: z.enum(["one-month", "three-months"]),
      askedAt: instant.optional(),
    })
    .optional(),
  firstResult: z.strictObject({ at: instant, minutes: z.int().min(1) }).optional(),
  group: z.string().optional(),
  territory: z.string().optional(),
  settled: z.array(z.enum(offersAfter)).optional(),
  isCounted: z.boolean().optional(),
  told: z.strictObject({ total: z.int().min(0), half: z.boolean().optional() }).optional(),
  saidIn: z.record(z.string(), z.string()).optional(),
};

/** Checks a run read from disk. */
const diagnosticRunSchema: z.ZodType<DiagnosticRun> = z.strictObject({
  ...runShape,
  before: z.strictObject({ turn: z.string(), run: z.strictObject(runShape).optional() }).optional(),
});

/** How runs are stored: about a person; the unfinished go after a month, by `lastUsed`. */
export const diagnosticRunType: DocumentType<DiagnosticRun> = {
  collection: "diagnostic-runs",
  version: 1,
  migrations: [],
  read: (json) => diagnosticRunSchema.parse(json),
  description: "stored-diagnostic-runs",
  keptDays: finishedDays,
  // What never came to a result is kept for a shorter time: it counts as used that much earlier.
  lastUsed: ({ completedAt, updatedAt }) =>
    completedAt !== undefined ? updatedAt : daysBefore(updatedAt, finishedDays - unfinishedDays),
  owner: ({ owner }) => owner,
};

function daysBefore(at: string, days: number): string {
  return new Date(Date.parse(at) - days * DAY_MS).toISOString();
}

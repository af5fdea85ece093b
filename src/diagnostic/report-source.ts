import type { DrawnResult } from "../model/diagnostic-group.ts";
import type { DiagnosticRun } from "../model/diagnostic-run.ts";
import type { Language } from "../model/language.ts";
import type { Tell } from "../model/phrases.ts";
import type { Questionnaire } from "../model/questionnaire.ts";
import type { Advice } from "./recommend.ts";
import type { Scores } from "./score.ts";

/** What a report is made from. */
export interface ReportSource {
  readonly questionnaire: Questionnaire;
  readonly run: Pick<DiagnosticRun, "answers" | "path" | "roadmap">;
  readonly scores: Scores;
  readonly advice: Advice;
  /** Scores of the run before. */
  readonly previous?: Pick<Scores, "dimensions"> | undefined;
  /** What several people have in common, where the answers are theirs. */
  readonly group?: Pick<DrawnResult, "people" | "apart"> | undefined;
  readonly language: Language;
  readonly tell: Tell;
  /** A day in words. */
  readonly sayDay: (day: string) => string;
  /** The day it is made on, `YYYY-MM-DD`. */
  readonly day: string;
  /** The radar; without it, words alone. */
  readonly radarPng?: Uint8Array | undefined;
}

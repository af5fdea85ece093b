import type { DiagnosticPath, DiagnosticRun } from "./diagnostic-run.ts";

/** A file of a result that can be asked for. */
export type ResultFile = "report" | "markdown" | "answers" | "calendar" | "roadmap";

/** Something the diagnostic does beside talking; see `Diagnostics`, which carries it out. */
export type DiagnosticEffect =
  /** A run begins; it gets its id then. `isUnkept`: it stays in memory alone. */
  | {
      readonly kind: "begin-run";
      readonly path: DiagnosticPath;
      readonly isUnkept: boolean;
      /** The code of the group it answers in. */
      readonly group?: string | undefined;
      /** The questionnaire of that group; today's without it. */
      readonly version?: string | undefined;
    }
  | { readonly kind: "keep-run"; readonly run: DiagnosticRun }
  /** A run that asks some questions of an earlier one again begins; it gets its id then. */
  | { readonly kind: "ask-again"; readonly run: DiagnosticRun }
  | { readonly kind: "erase-runs" }
  /** The result of a run, with its picture and its report, is said after the replies of the turn. */
  | { readonly kind: "give-result"; readonly run: DiagnosticRun }
  | { readonly kind: "give-file"; readonly run: DiagnosticRun; readonly file: ResultFile }
  /** Opens a code others can join by, for the run that names it. */
  | {
      readonly kind: "open-group";
      readonly code: string;
      readonly version: string;
      readonly path: DiagnosticPath;
    }
  | { readonly kind: "name-group"; readonly code: string; readonly nickname: string }
  /** The common result is drawn at the next tick. */
  | { readonly kind: "close-group"; readonly code: string }
  /** The common result is told again. */
  | { readonly kind: "tell-group"; readonly code: string }
  | { readonly kind: "judge-diagnostic"; readonly opinion: "good" | "so-so" | "bad" }
  /** A coordinator wants the figures. */
  | { readonly kind: "tell-diagnostics" };

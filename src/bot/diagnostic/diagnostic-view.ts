import type { DiagnosticRun } from "../../model/diagnostic-run.ts";
import type { Questionnaire } from "../../model/questionnaire.ts";
import type { TogetherView } from "./together/together-view.ts";

/** What is known of one person's diagnostics when they speak. */
export interface DiagnosticView {
  /** The run under way or, when there is none, the one finished last. */
  readonly run?: DiagnosticRun | undefined;
  /** Whether that run is in memory alone. */
  readonly isUnkept: boolean;
  /** Another run that was begun since, where the one finished last stands in its place. See `atFinished`. */
  readonly underWay?: DiagnosticRun | undefined;
  /** True when the questionnaire of the run can no longer be read: `questionnaire` is today's then. */
  readonly isUnreadable?: boolean | undefined;
  /** The other finished ones, the latest first. */
  readonly earlier: readonly DiagnosticRun[];
  /** The questionnaire of the run, as it was when the run began; today's where there is no run. */
  readonly questionnaire: Questionnaire;
  /** The questionnaires of the earlier runs, by version. */
  readonly others: ReadonlyMap<string, Questionnaire>;
  /** What is known of answering with others; without it, nobody does. */
  readonly together?: TogetherView | undefined;
}

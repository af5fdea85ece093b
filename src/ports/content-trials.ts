import type { ContentTrialReport, FileChange } from "../model/content-change.ts";

/** Tries changes of content before they are made, and has the assistant answer by those that were. */
export interface ContentTrials {
  /**
   * Checks, learns and evaluates the files as they would be, beside what answers: a minute or two.
   * Undefined when it could not be tried.
   */
  try(changes: readonly FileChange[]): Promise<ContentTrialReport | undefined>;
  /** Answers from now on as the files say. @returns whether it does */
  adopt(): Promise<boolean>;
}

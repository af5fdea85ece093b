import type { DiagnosticPath } from "../../../model/diagnostic-run.ts";
import type { QuestionPlace } from "./question-place.ts";

/** How long each path is announced to take, in minutes. Source: DIAGNOSTIC.md, figures at a glance. */
const MINUTES: Readonly<Record<DiagnosticPath, number>> = { short: 5, full: 12 };

/** Minutes that are left from a question on, itself included; at least 1. */
export function minutesLeft({ position, total }: QuestionPlace, path: DiagnosticPath): number {
  return Math.max(1, Math.round((MINUTES[path] * (total - position + 1)) / total));
}

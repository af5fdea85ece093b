import type { DiagnosticRun, FirstResult } from "../model/diagnostic-run.ts";
import { MINUTE_MS } from "../model/durations.ts";

/** When a finished run first came to a result, and what that took: where it asks again, the run it began with. */
export function firstResultOf({
  firstResult,
  startedAt,
  updatedAt,
  completedAt = updatedAt,
}: DiagnosticRun): FirstResult {
  if (firstResult) return firstResult;
  const ms = Date.parse(completedAt) - Date.parse(startedAt);
  return { at: completedAt, minutes: Math.max(1, Math.round(ms / MINUTE_MS)) };
}

import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";

/**
 * When a run begins, UTC instant (ISO 8601): after all the others of its person, whose order says which one is
 * under way, even where the clock was set back.
 */
export function begunAt(others: readonly Pick<DiagnosticRun, "startedAt">[], now: Date): string {
  const last = Math.max(0, ...others.map(({ startedAt }) => Date.parse(startedAt)));
  return new Date(Math.max(now.getTime(), last + 1)).toISOString();
}

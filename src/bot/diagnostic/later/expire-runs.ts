import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";

/** A run nothing was answered in for a day: paused, and kept as long as if it had not been touched. */
export function silentRun(run: DiagnosticRun): DiagnosticRun {
  return { ...run, state: "paused", before: undefined };
}

/** The runs whose steps are still followed: of each person, the one finished last. */
export function followedAmong(runs: readonly DiagnosticRun[]): ReadonlySet<string> {
  const last = new Map<string, DiagnosticRun>();
  for (const run of runs) {
    const { completedAt } = run;
    if (run.state !== "completed" || completedAt === undefined) continue;
    const known = last.get(run.owner)?.completedAt;
    if (known === undefined || known < completedAt) last.set(run.owner, run);
  }
  return new Set([...last.values()].map(({ id }) => id));
}

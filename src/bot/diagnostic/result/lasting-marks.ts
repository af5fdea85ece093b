import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";

/** What a person said is not for them, in any run of theirs: it stays so in the next. */
export function lastingMarks(runs: readonly DiagnosticRun[]): DiagnosticRun["setAside"] {
  return Object.fromEntries(
    runs.flatMap(({ setAside }) =>
      Object.entries(setAside).filter(([, mark]) => mark === "not-for-us"),
    ),
  );
}

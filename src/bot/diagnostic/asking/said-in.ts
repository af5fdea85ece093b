import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";

/** In which turn each answer of a run came, once a turn gave some; undefined where there is a result. */
export function saidInAfter(
  run: DiagnosticRun,
  stored: DiagnosticRun,
  turn: string,
): DiagnosticRun["saidIn"] {
  if (run.state === "completed") return undefined;
  const known = stored.saidIn ?? {};
  const isSame = (question: string) =>
    JSON.stringify(run.answers[question]) === JSON.stringify(stored.answers[question]);
  return Object.fromEntries(
    Object.keys(run.answers).flatMap((question) => {
      const said = isSame(question) ? known[question] : turn;
      return said === undefined ? [] : [[question, said] as const];
    }),
  );
}

/** The question a turn answered, in a run that is not finished; undefined for none. */
export function questionSaidIn(turn: string, run: DiagnosticRun | undefined): string | undefined {
  if (run === undefined || run.state === "completed") return undefined;
  return Object.entries(run.saidIn ?? {}).find(([, said]) => said === turn)?.[0];
}

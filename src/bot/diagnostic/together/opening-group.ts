import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Effect } from "../../../model/turn.ts";

/** The effect that opens a group for a run, by a code nobody has. */
export function opening(
  code: string,
  { version, path }: Pick<DiagnosticRun, "version" | "path">,
): Effect {
  return { kind: "diagnostic", act: { kind: "open-group", code, version, path } };
}

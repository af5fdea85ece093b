import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { Step } from "../../turn-context.ts";

/** Gives a result once more, with its picture and its report. */
export function giveAgain(run: DiagnosticRun): Step {
  return {
    mode: { kind: "diagnostic", talk: { kind: "result" } },
    replies: [],
    effects: [{ kind: "diagnostic", act: { kind: "give-result", run } }],
  };
}

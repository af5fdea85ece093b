import { dueAfter, usualDelay } from "../../../diagnostic/due-day.ts";
import type { Advised } from "../../../diagnostic/recommend.ts";
import type { DiagnosticRun, RoadmapLine } from "../../../model/diagnostic-run.ts";
import type { ResultFile } from "../../../model/diagnostic-effect.ts";
import { say } from "../../../model/reply.ts";
import type { Effect } from "../../../model/turn.ts";
import { today } from "../../knowledge.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { keeping } from "../asking/go-on.ts";
import { roadmapPrompt } from "./roadmap-prompt.ts";
import { withRun } from "../run-at-hand.ts";
import type { ShownResult } from "./shown-result.ts";

/** Shows the roadmap of a result or, where there is none yet, begins it; of a run that is not kept, as a file. */
export function openRoadmap(shown: ShownResult, context: TurnContext): Step {
  const { tell, diagnostic } = context;
  const { run } = shown;
  const begun = withRoadmap(shown, context);
  if (diagnostic?.isUnkept === true) {
    return {
      mode: { kind: "diagnostic", talk: { kind: "result" } },
      replies: [say(tell("dr-roadmap-unkept"))],
      effects: [giving("roadmap", begun)],
    };
  }
  if (run.roadmap) return showRoadmap(run.roadmap, context);
  const talk = { kind: "roadmap", line: 0, field: "who" } as const;
  const prompt = roadmapPrompt(talk, withRun(begun, context));
  const { choices, text: asks } = prompt;
  return {
    mode: { kind: "diagnostic", talk },
    replies: [{ ...say(tell("dr-roadmap-intro"), choices), asks }],
    effects: [keeping(begun, context)],
  };
}

/** The whole roadmap, with what may be done about it. */
export function showRoadmap(roadmap: readonly RoadmapLine[], context: TurnContext): Step {
  const talk = { kind: "roadmap", line: roadmap.length, field: "who" } as const;
  return { mode: { kind: "diagnostic", talk }, replies: [roadmapPrompt(talk, context)] };
}

/** The run with a roadmap: its own or, where it has none yet, what is advised now and nobody named. */
export function withRoadmap({ run, telling }: ShownResult, context: TurnContext): DiagnosticRun {
  const { now } = telling.result.advice;
  return run.roadmap ? run : { ...run, roadmap: linesFor(now, "now", context) };
}

/** The effect that gives a file of a run. */
export function giving(file: ResultFile, run: DiagnosticRun): Effect {
  return { kind: "diagnostic", act: { kind: "give-file", run, file } };
}

/** Lines nobody is named on, due as is usual. */
export function linesFor(
  steps: readonly Advised[],
  when: keyof typeof usualDelay,
  { knowledge, now }: Pick<TurnContext, "knowledge" | "now">,
): readonly RoadmapLine[] {
  const by = dueAfter(today(knowledge, now), usualDelay[when]);
  return steps.map(({ recommendation: { id } }) => ({ recommendation: id, by, state: "to-do" }));
}

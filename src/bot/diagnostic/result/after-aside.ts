import type { DiagnosticTalk } from "../../../model/diagnostic-talk.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { diagnosticPrompt } from "../diagnostic-prompt.ts";
import { isStale } from "../asking/found-unfinished.ts";
import { keeping } from "../asking/go-on.ts";
import { answering, askedAgain, isLeftFor, shortened } from "../asking/passing-answer.ts";

/** What is asked once a result was given; of these, a line of the roadmap or of what was done is work begun. */
const mostAsides: Readonly<Partial<Record<DiagnosticTalk["kind"], number>>> = {
  roadmap: 2,
  "follow-up": 2,
  after: 1,
};

/** What a question asked after a result leads to: its answer, then what was asked, unless it was let go of. */
export function afterAside(step: Step, talk: DiagnosticTalk, context: TurnContext): Step {
  const { run } = context.diagnostic ?? {};
  const most = mostAsides[talk.kind];
  if (!run || most === undefined || isLeftFor(step) || isStale(context)) return step;
  // The whole roadmap asks nothing.
  if (talk.kind === "roadmap" && run.roadmap?.[talk.line] === undefined) return step;
  const isOver = run.interruptions >= most;
  const counted = { ...run, interruptions: isOver ? 0 : run.interruptions + 1 };
  const effects = [...(step.effects ?? []), keeping(counted, context)];
  if (isOver) return { ...step, effects };
  const waits = diagnosticPrompt(talk, context);
  // An offer is a question by itself.
  const again = talk.kind === "after" ? waits : askedAgain(waits, context.tell);
  return {
    ...answering(step, context),
    replies: shortened(step, context, "dr-not-known"),
    below: [again],
    effects,
  };
}

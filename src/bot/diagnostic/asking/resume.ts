import type { Step, TurnContext } from "../../turn-context.ts";
import { goOn } from "./go-on.ts";
import { loseRun } from "./lose-run.ts";
import { atFirstUnanswered, waitingFor } from "./move-run.ts";
import { runAtHand } from "../run-at-hand.ts";

/** Goes on with the run where it was left; where there is none, says so and offers to start. */
export function resume(context: TurnContext): Step {
  const at = runAtHand(context);
  if (!at) return loseRun(context);
  const run = { ...at.run, interruptions: 0 };
  const again = at.pending ? waitingFor(at.pending, run) : atFirstUnanswered(run, at.questionnaire);
  return goOn(again, context);
}

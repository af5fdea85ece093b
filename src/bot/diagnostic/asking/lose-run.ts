import type { Step, TurnContext } from "../../turn-context.ts";
import { giveAgain } from "../result/give-again.ts";
import { lostDraft } from "./lost.ts";
import { resultInView } from "../result/shown-result.ts";

/**
 * Where a run should go on and cannot: it was finished meanwhile, by the message that is corrected or in
 * another room, and its result is given; or it is lost, and to start again is offered.
 */
export function loseRun(context: TurnContext): Step {
  const shown = resultInView(context);
  if (shown) return giveAgain(shown.run);
  return { mode: { kind: "diagnostic", talk: { kind: "offer" } }, replies: [lostDraft(context)] };
}

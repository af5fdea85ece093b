import { say } from "../../model/reply.ts";
import type { Effect } from "../../model/turn.ts";
import type { Step, TurnContext } from "../turn-context.ts";

/** Asks for figures, in private alone. @param effect what tells them */
export function askFigures(effect: Effect, { tell, speaker }: TurnContext): Step {
  if (speaker?.isDirect !== true) return { replies: [say(tell("statistics-in-private"))] };
  return { replies: [], effects: [effect] };
}

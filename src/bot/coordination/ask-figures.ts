import { say } from "../../model/reply.ts";
import type { Step, TurnContext } from "../turn-context.ts";

/** Asks for the figures of the diagnostic, in private alone. */
export function askFigures({ tell, speaker }: TurnContext): Step {
  if (speaker?.isDirect !== true) return { replies: [say(tell("statistics-in-private"))] };
  return { replies: [], effects: [{ kind: "diagnostic", act: { kind: "tell-diagnostics" } }] };
}

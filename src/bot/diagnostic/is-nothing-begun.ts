import type { Mode } from "../../model/conversation.ts";
import type { TurnContext } from "../turn-context.ts";

/** What somebody is in the middle of, or about to say yes or no to. */
const begun: ReadonlySet<Mode["kind"]> = new Set<Mode["kind"]>([
  "confirming-forget",
  "confirming-restart",
  "drafting",
  "importing",
  "seats",
  "diagnostic",
]);

/** Whether a short message can be of nothing that was begun: "effacer" would erase the line of a draft. */
export function isNothingBegun({ conversation }: TurnContext): boolean {
  return !begun.has(conversation.mode.kind);
}

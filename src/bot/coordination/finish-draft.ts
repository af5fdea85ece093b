import type { ProgrammeWish, DraftOutcome } from "../../model/coordination.ts";
import { say } from "../../model/reply.ts";
import type { WorkshopDraft } from "../../model/workshop-draft.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { withoutDraft } from "./suspend-draft.ts";

/** Ends a draft as its author confirmed it, or drops it. */
export function finishDraft(
  outcome: DraftOutcome | "drop",
  draft: WorkshopDraft,
  { tell, conversation }: TurnContext,
): Step {
  // What is done is done: neither "back" nor "resume" leads to it again.
  const suspended = withoutDraft(draft, conversation.suspended);
  const ended = { mode: { kind: "idle" }, conversation: { trail: [], suspended } } as const;
  if (outcome === "drop") return { ...ended, replies: [say(tell("draft-dropped"))] };
  const wish = wishOf(draft, outcome);
  return { ...ended, replies: [], effects: [{ kind: "change-workshop", wish }] };
}

function wishOf(draft: WorkshopDraft, outcome: DraftOutcome): ProgrammeWish {
  const { act, workshop, words, reason, repeats, scope = "this" } = draft;
  if (workshop === undefined) return { kind: "add", words, repeats, outcome };
  if (act === "cancel" || act === "postpone") {
    return { kind: act, workshop, scope, reason: reason ?? "" };
  }
  return { kind: "change", workshop, scope, words, outcome, reason };
}

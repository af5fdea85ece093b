import type { DiagnosticTalk } from "../../../model/diagnostic-talk.ts";
import type { DiagnosticRun } from "../../../model/diagnostic-run.ts";
import type { ReplyDraft } from "../../../model/reply.ts";
import type { Effect } from "../../../model/turn.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { questionDraft } from "./question-prompt.ts";
import { placeOf } from "./question-place.ts";
import { recapDraft } from "./recap-draft.ts";
import { runAtHand, withRun } from "../run-at-hand.ts";

/**
 * Asks what a run waits for: its question or, when all are answered, whether they are right.
 * @param lead lines to be read before
 */
export function goOn(run: DiagnosticRun, context: TurnContext, lead: readonly string[] = []): Step {
  const told = tellingHalf(run, withRun(run, context));
  const at = withRun(told.run, context);
  const talk: DiagnosticTalk = { kind: told.run.pending ? "question" : "recap" };
  const lines = [...lead, ...(told.isHalf ? [context.tell("dq-half")] : [])];
  const draft = told.run.pending ? questionDraft(at, lines) : recapDraft(at, lines);
  return {
    mode: { kind: "diagnostic", talk },
    replies: [draft],
    effects: [keeping(told.run, context)],
    conversation: { unclearInARow: 0 },
  };
}

/** The effect that keeps a run as something was just said in it. */
export function keeping(run: DiagnosticRun, { now, conversation }: TurnContext): Effect {
  const kept = { ...run, language: conversation.language, updatedAt: now.toISOString() };
  return { kind: "diagnostic", act: { kind: "keep-run", run: kept } };
}

/** What is left of a talk of the diagnostic: words, and nothing more that waits. */
export function leaving(replies: readonly ReplyDraft[], effects: readonly Effect[] = []): Step {
  return { mode: { kind: "idle" }, replies, effects, conversation: { unclearInARow: 0 } };
}

/** Half-way is said once. */
function tellingHalf(
  run: DiagnosticRun,
  context: TurnContext,
): { readonly run: DiagnosticRun; readonly isHalf: boolean } {
  const at = runAtHand(context);
  if (!at?.pending || run.told?.half) return { run, isHalf: false };
  const { position, total } = placeOf(at.pending, run, at.questionnaire);
  if ((position - 1) * 2 < total) return { run, isHalf: false };
  return { run: { ...run, told: { total, half: true } }, isHalf: true };
}

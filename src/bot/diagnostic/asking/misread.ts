import type { PhraseKey } from "../../../model/phrases.ts";
import { say } from "../../../model/reply.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { goOn, keeping } from "./go-on.ts";
import { answered } from "./move-run.ts";
import { unsureChoices } from "./question-choices.ts";
import { questionDraft } from "./question-prompt.ts";
import type { RunAtHand } from "../run-at-hand.ts";

/**
 * An answer that says none of what may be answered: first the choices again, then simpler words, then the
 * question is passed over and, once in a run, somebody to talk to is named. Never a fourth time.
 * @param most how many may be chosen, where that is what is said
 */
export function misread(
  phrase: PhraseKey & `dq-${string}`,
  at: RunAtHand,
  context: TurnContext,
  most = 1,
): Step {
  const { run, pending, questionnaire } = at;
  if (!pending || !run.pending) return { replies: [] };
  const { tell, conversation } = context;
  const times = run.pending.misread + 1;
  const counted = { ...run, pending: { ...run.pending, misread: times } };
  if (times === 1) {
    return {
      replies: [questionDraft(context, [tell(phrase, { most })])],
      effects: [keeping(counted, context)],
    };
  }
  if (times === 2) {
    const help = (pending.help ?? pending.text)[conversation.language];
    return {
      replies: [say(tell("dq-simpler", { help }), unsureChoices(pending, context))],
      effects: [keeping(counted, context)],
    };
  }
  const passed = answered(run, pending, { kind: "skipped" }, questionnaire);
  const person = run.wasOfferedPerson ? [] : [tell("dq-offer-person")];
  return goOn({ ...passed, wasOfferedPerson: true }, context, [tell("dq-move-on"), ...person]);
}

import type { DiagnosticRun, FollowUp } from "../../../model/diagnostic-run.ts";
import type { Language } from "../../../model/language.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Questionnaire } from "../../../model/questionnaire.ts";
import type { ReplyDraft } from "../../../model/reply.ts";
import { followUpMessage } from "./follow-up-message.ts";
import { askedFollowUp } from "./follow-up-times.ts";
import { linesOf, type Followed } from "./followed-run.ts";
import { questionsToAskAgain } from "./mini-run.ts";

/** A run as it is kept once its steps were asked about, and the message, if there is anything to ask. */
export interface AskedRun {
  readonly run: DiagnosticRun;
  readonly draft: ReplyDraft | undefined;
}

/** Asks how the steps of a run go; where there is nothing to ask, only what comes later is kept. */
export function askHowItGoes(
  run: DiagnosticRun,
  occasion: FollowUp["next"],
  {
    questionnaire,
    now,
    ...telling
  }: { questionnaire: Questionnaire; now: Date; tell: Tell; language: Language },
): AskedRun {
  const followed: Followed = { run, questionnaire, lines: linesOf(run, questionnaire) };
  const canCompare = questionsToAskAgain(followed).length > 0;
  const draft = followUpMessage(followed, occasion, { ...telling, canCompare });
  const { nextAt, next, askedAt } = askedFollowUp(run, occasion, now);
  const followUp = draft ? { nextAt, next, askedAt } : { nextAt, next };
  return { run: { ...run, followUp, before: undefined }, draft };
}

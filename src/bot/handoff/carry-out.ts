import type { HandoffEffect } from "../../model/handoff-effect.ts";
import type { AboutHandoff, Acting } from "./acting.ts";
import { answerReuse, answerStillWaiting, answerTransfer } from "./asking/acts/answer-asked.ts";
import { answerSettled, erase, giveName, withdraw } from "./asking/acts/end-request.ts";
import { holdWords, relayWords, settleHeld } from "./asking/acts/held-words.ts";
import { invitePerson } from "./asking/acts/invite-person.ts";
import { commentHelp, rateHelp } from "./asking/acts/judge-help.ts";
import { dropDraft, keepDraft } from "./asking/acts/keep-draft.ts";
import { openRequest } from "./asking/acts/open-request.ts";
import { reopenRequest } from "./asking/acts/reopen-request.ts";
import { tellHandoffFigures } from "./later/figures/tell-handoff-figures.ts";
import { adviserSays } from "./team/adviser-step.ts";

/** Prepares one act of a turn; nothing is written here. Called while the requests of who speaks are held. */
export async function carryOut(act: HandoffEffect, acting: Acting): Promise<AboutHandoff> {
  switch (act.kind) {
    case "keep-draft":
      return keepDraft(act, acting);
    case "drop-draft":
      return dropDraft(act, acting);
    case "open-request":
      return openRequest(act, acting);
    case "relay":
      return relayWords(act, acting);
    case "hold-words":
      return holdWords(act, acting);
    case "settle-held":
      return settleHeld(act, acting);
    case "withdraw":
      return withdraw(act, acting);
    case "reopen":
      return reopenRequest(act, acting);
    case "erase-request":
      return erase(act, acting);
    case "answer-settled":
      return answerSettled(act, acting);
    case "answer-transfer":
      return answerTransfer(act, acting);
    case "answer-still-waiting":
      return answerStillWaiting(act, acting);
    case "answer-reuse":
      return answerReuse(act, acting);
    case "rate":
      return rateHelp(act, acting);
    case "comment":
      return commentHelp(act, acting);
    case "give-name":
      return giveName(act, acting);
    case "invite":
      return invitePerson(act, acting);
    case "tell-handoff-figures":
      return tellHandoffFigures(acting);
    case "adviser-says":
      return adviserSays(act.text, acting);
  }
}

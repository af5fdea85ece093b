import type { DiagnosticTalk } from "../../model/diagnostic-talk.ts";
import type { ReplyDraft } from "../../model/reply.ts";
import type { TurnContext } from "../turn-context.ts";
import { afterPrompt } from "./result/after-prompt.ts";
import { changeEarlierPrompt } from "./asking/change-earlier.ts";
import { atFinished } from "./result/finished-view.ts";
import { eraseAllPrompt } from "./asking/erase-all.ts";
import { followUpPrompt } from "./later/follow-up-talk.ts";
import { joinPrompt } from "./together/join-talk.ts";
import { offerPrompt } from "./asking/offer.ts";
import { pausePrompt } from "./asking/pausing.ts";
import { questionPrompt } from "./asking/question-prompt.ts";
import { recapPrompt } from "./asking/recap.ts";
import { resultPrompt } from "./result/result-prompt.ts";
import { roadmapPrompt } from "./result/roadmap-prompt.ts";
import { startAgainPrompt } from "./asking/start-again.ts";
import { stopPrompt } from "./asking/stopping.ts";
import { unfinishedPrompt } from "./asking/unfinished.ts";

/** What the diagnostic asks now, with its choices; found again from what is stored, so that a restart loses nothing. */
export function diagnosticPrompt(talk: DiagnosticTalk, context: TurnContext): ReplyDraft {
  switch (talk.kind) {
    case "offer":
      return offerPrompt(talk, context);
    case "found-unfinished":
      return unfinishedPrompt(talk, context);
    case "question":
      return questionPrompt(talk, context);
    case "change-earlier":
      return changeEarlierPrompt(talk, context);
    case "recap":
      return recapPrompt(talk, context);
    case "pause":
      return pausePrompt(talk, context);
    case "stop":
      return stopPrompt(talk, context);
    case "confirm-restart":
      return startAgainPrompt(talk, context);
    case "confirm-erase":
      return eraseAllPrompt(talk, context);
    case "result":
      return resultPrompt(talk, atFinished(context));
    case "after":
      return afterPrompt(talk, atFinished(context));
    case "roadmap":
      return roadmapPrompt(talk, atFinished(context));
    case "follow-up":
      return followUpPrompt(talk, context);
    case "join":
      return joinPrompt(talk, context);
  }
}

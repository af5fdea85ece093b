import type { DiagnosticTalk } from "../../model/diagnostic-talk.ts";
import { anybody } from "../coordination/speaker.ts";
import { suspending } from "../coordination/suspend-draft.ts";
import type { Step, TurnContext } from "../turn-context.ts";
import { replyAfter } from "./result/after-talk.ts";
import { replyToChangeEarlier } from "./asking/change-earlier.ts";
import { enterStep, startStep } from "./enter.ts";
import { replyToEraseAll } from "./asking/erase-all.ts";
import { atFinished } from "./result/finished-view.ts";
import { codeInRoom } from "./together/code-in-room.ts";
import { groupStep } from "./together/group-step.ts";
import { followUpStep, replyInFollowUp, replyToFollowUpMessage } from "./later/follow-up-talk.ts";
import { isForOthers } from "./is-for-others.ts";
import { replyToJoin } from "./together/join-talk.ts";
import { replyToOffer } from "./asking/offer.ts";
import { replyToPause } from "./asking/pausing.ts";
import { replyToQuestion } from "./asking/question-talk.ts";
import { replyToRecap } from "./asking/recap.ts";
import { replyToResult, resultStep } from "./result/result-talk.ts";
import { resultInRoom } from "./result/without-result.ts";
import { replyInRoadmap, roadmapStep } from "./result/roadmap-talk.ts";
import { isSameGesture } from "./asking/same-gesture.ts";
import { replyToStartAgain } from "./asking/start-again.ts";
import { replyToStop } from "./asking/stopping.ts";
import type { Manner } from "./talk-of.ts";
import { replyToUnfinished } from "./asking/unfinished.ts";

/**
 * Reads a message as something about the diagnostic: before the words of every mode, since "pause", "retour"
 * and "aide" mean something else during it. Undefined when it is something else. Nothing of a run is read
 * where others read too.
 */
export function diagnosticStep(
  text: string,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const { conversation, speaker = anybody, diagnostic } = context;
  if (!diagnostic) return undefined;
  const { mode } = conversation;
  if (!speaker.isDirect) {
    return (
      codeInRoom(text, context) ?? resultInRoom(text, context) ?? enterStep(text, context, manner)
    );
  }
  // What is typed in a draft is its words, "mon rapport" too: it waits where the diagnostic is started.
  const isWritten = mode.kind === "drafting" || mode.kind === "importing";
  const step =
    isWritten && manner === "typed" ? startStep(text, context) : privateStep(text, context, manner);
  return step && mode.kind === "drafting" ? suspending(step, mode.draft, context) : step;
}

function privateStep(text: string, context: TurnContext, manner: Manner): Step | undefined {
  const { mode } = context.conversation;
  if (manner === "pressed-before" && isSameGesture(context) && !isForOthers(text, context)) {
    return { replies: [] };
  }
  // What was asked months later, after all that was said here, waits before anything else.
  const asked = manner === "typed" ? replyToFollowUpMessage(text, context) : undefined;
  if (asked) return asked;
  const together = manner === "pressed-before" ? undefined : groupStep(text, context);
  if (together) return together;
  const inTalk =
    mode.kind === "diagnostic" ? replyInTalk(text, mode.talk, context, manner) : undefined;
  return (
    inTalk ??
    followUpStep(text, context, manner) ??
    resultStep(text, atFinished(context), manner) ??
    roadmapStep(text, atFinished(context), manner) ??
    enterStep(text, context, manner)
  );
}

function replyInTalk(
  text: string,
  talk: DiagnosticTalk,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  switch (talk.kind) {
    case "offer":
      return replyToOffer(text, talk, context, manner);
    case "found-unfinished":
      return replyToUnfinished(text, talk, context, manner);
    case "question":
      return replyToQuestion(text, talk, context, manner);
    case "change-earlier":
      return replyToChangeEarlier(text, talk, context, manner);
    case "recap":
      return replyToRecap(text, talk, context, manner);
    case "pause":
      return replyToPause(text, talk, context, manner);
    case "stop":
      return replyToStop(text, talk, context, manner);
    case "confirm-restart":
      return replyToStartAgain(text, talk, context, manner);
    case "confirm-erase":
      return replyToEraseAll(text, talk, context, manner);
    case "result":
      return replyToResult(text, talk, atFinished(context), manner);
    case "after":
      return replyAfter(text, talk, atFinished(context), manner);
    case "roadmap":
      return replyInRoadmap(text, talk, atFinished(context), manner);
    case "follow-up":
      return replyInFollowUp(text, talk, context, manner);
    case "join":
      return replyToJoin(text, talk, context, manner);
  }
}

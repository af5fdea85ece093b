import { scoreOf } from "../../../diagnostic/score.ts";
import { unfinishedDays } from "../../../model/diagnostic-run.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { saysToKeep } from "../../../understanding/diagnostic/says-to-keep.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { complete } from "./complete.ts";
import { askEraseAll } from "./erase-all.ts";
import { foundUnfinished, isStale } from "./found-unfinished.ts";
import { keeping, leaving } from "./go-on.ts";
import { loseRun } from "./lose-run.ts";
import { lostDraft } from "./lost.ts";
import { runAtHand, type RunAtHand } from "../run-at-hand.ts";
import { resume } from "./resume.ts";
import type { Manner, TalkOf } from "../talk-of.ts";

/** From so many scored answers on, a first result says something. Source: CONVERSATION.md, 5. */
const FEWEST_SCORED = 5;

/** Stopped: keep, erase, or a first result? */
export function stopPrompt(_talk: TalkOf<"stop">, context: TurnContext): ReplyDraft {
  const at = runAtHand(context);
  if (!at) return lostDraft(context);
  const choices = stopChoices(at, context);
  return say(context.tell(choices.length > 2 ? "dq-stopped-result" : "dq-stopped"), choices);
}

/** Stops at once: whatever is answered or not, nothing more is sent. */
export function stopRun({ run }: RunAtHand, context: TurnContext): Step {
  const talk = { kind: "stop" } as const;
  return {
    mode: { kind: "diagnostic", talk },
    replies: [stopPrompt(talk, context)],
    effects: [keeping({ ...run, state: "stopped", remindAt: undefined }, context)],
    conversation: { unclearInARow: 0 },
  };
}

/** Reads what becomes of the answers. */
export function replyToStop(
  text: string,
  _talk: TalkOf<"stop">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  if (manner === "pressed-before") return undefined;
  const at = runAtHand(context);
  // Gone with a restart: its numbers say nothing any more.
  if (!at) return /\p{L}/u.test(text) && manner === "typed" ? undefined : loseRun(context);
  const { tell } = context;
  const read = readDiagnosticCommand(text)?.kind;
  // "Continuer" keeps an answer where one stands; here it takes back that they stop.
  const command = read === "keep" && !saysToKeep(text) ? "resume" : read;
  // After a day of silence, "2" means nothing certain.
  const isOld = manner === "typed" && isStale(context);
  const chosen = readChoice(text, stopChoices(at, context))?.value ?? command;
  switch (chosen) {
    case "keep":
    case "stop":
      return leaving([
        say(tell(at.isUnkept ? "dq-paused-unkept" : "dq-kept", { days: unfinishedDays })),
      ]);
    case "resume":
      return resume(context);
    case "erase":
      if (isOld) return askEraseAll(context);
      // They were just asked, and said so.
      return leaving([], [{ kind: "diagnostic", act: { kind: "erase-runs" } }]);
    case "finish":
    case "report":
      if (isOld) return foundUnfinished(context);
      return isEnough(at) ? complete(at, context) : undefined;
    case undefined:
    default:
      return undefined;
  }
}

function stopChoices(at: RunAtHand, { tell }: TurnContext): readonly Choice[] {
  return [
    { label: tell("dq-keep-label"), value: "keep" },
    { label: tell("dq-erase-all-label"), value: "erase" },
    ...(isEnough(at) ? [{ label: tell("dq-first-result-label"), value: "finish" }] : []),
  ];
}

function isEnough({ run, questionnaire }: RunAtHand): boolean {
  return scoreOf(questionnaire, run.path, run.answers).scored >= FEWEST_SCORED;
}

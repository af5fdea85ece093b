import { unfinishedDays } from "../../../model/diagnostic-run.ts";
import { DAY_MS } from "../../../model/durations.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { followCommand } from "./follow-command.ts";
import { keeping, leaving } from "./go-on.ts";
import { runAtHand, type RunAtHand } from "../run-at-hand.ts";
import type { Manner, TalkOf } from "../talk-of.ts";

/** Days after which a pause is recalled, once, to who wishes it. Source: CONVERSATION.md, 8. */
const REMINDED_AFTER_DAYS = 2;

/** The run waits: is it to be recalled? */
export function pausePrompt(_talk: TalkOf<"pause">, context: TurnContext): ReplyDraft {
  return say(context.tell("dq-paused", { days: unfinishedDays }), pauseChoices(context));
}

/** Puts a run by; nothing recalls one that is in memory alone. */
export function pauseRun({ run, isUnkept }: RunAtHand, context: TurnContext): Step {
  const effects = [keeping({ ...run, state: "paused" }, context)];
  if (isUnkept) return leaving([say(context.tell("dq-paused-unkept"))], effects);
  const talk = { kind: "pause" } as const;
  return {
    mode: { kind: "diagnostic", talk },
    replies: [pausePrompt(talk, context)],
    effects,
    conversation: { unclearInARow: 0 },
  };
}

/** Reads whether a reminder is wished. */
export function replyToPause(
  text: string,
  _talk: TalkOf<"pause">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const at = runAtHand(context);
  if (!at || manner === "pressed-before") return undefined;
  const { now, tell } = context;
  const chosen = readChoice(text, pauseChoices(context))?.value ?? readAssent(text);
  switch (chosen) {
    case "yes": {
      const remindAt = new Date(now.getTime() + REMINDED_AFTER_DAYS * DAY_MS).toISOString();
      return leaving(
        [say(tell("dq-reminded"))],
        [keeping({ ...at.run, state: "paused", remindAt }, context)],
      );
    }
    case "no":
      return leaving([say(tell("dq-not-reminded"))]);
    case undefined:
    default: {
      const command = readDiagnosticCommand(text);
      const isOther = command?.kind === "stop" || command?.kind === "erase";
      return isOther ? followCommand(command, at, context) : undefined;
    }
  }
}

function pauseChoices({ tell }: TurnContext): readonly Choice[] {
  return [
    { label: tell("dq-remind-yes"), value: "yes" },
    { label: tell("dq-remind-no"), value: "no" },
  ];
}

import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { isStale } from "./found-unfinished.ts";
import { leaving } from "./go-on.ts";
import { resume } from "./resume.ts";
import { runAtHand } from "../run-at-hand.ts";
import type { Manner, TalkOf } from "../talk-of.ts";

/** Names what goes, and asks. */
export function eraseAllPrompt(_talk: TalkOf<"confirm-erase">, context: TurnContext): ReplyDraft {
  return say(context.tell("dq-erase-sure"), eraseChoices(context));
}

/** Asks before all of somebody's diagnostics goes; where there is none, says so. */
export function askEraseAll(context: TurnContext): Step {
  if (!context.diagnostic?.run) return leaving([say(context.tell("dq-nothing-kept"))]);
  const talk = { kind: "confirm-erase" } as const;
  return { mode: { kind: "diagnostic", talk }, replies: [eraseAllPrompt(talk, context)] };
}

/** Reads whether all is to go; it goes at once. */
export function replyToEraseAll(
  text: string,
  _talk: TalkOf<"confirm-erase">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  if (manner === "pressed-before") return undefined;
  const isAgain = readDiagnosticCommand(text)?.kind === "erase";
  const read = readChoice(text, eraseChoices(context))?.value ?? readAssent(text);
  const chosen = read ?? (isAgain ? "yes" : undefined);
  // What is said after a day of silence erases nothing: it is asked again.
  if (chosen === "yes" && manner === "typed" && isStale(context)) return askEraseAll(context);
  if (chosen === "yes") return leaving([], [{ kind: "diagnostic", act: { kind: "erase-runs" } }]);
  if (chosen !== "no") return undefined;
  const { run } = context.diagnostic ?? {};
  if (run && runAtHand(context) && run.state === "asking") return resume(context);
  // Corrected too late: it is erased.
  return leaving([say(context.tell(run ? "dq-erase-kept" : "dq-nothing-kept"))]);
}

function eraseChoices({ tell }: TurnContext): readonly Choice[] {
  return [
    { label: tell("dq-erase-yes"), value: "yes" },
    { label: tell("dq-erase-no"), value: "no" },
  ];
}

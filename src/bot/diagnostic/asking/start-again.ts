import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { offerPrompt } from "./offer.ts";
import { resume } from "./resume.ts";
import type { Manner, TalkOf } from "../talk-of.ts";

/** Start again, and leave what was answered? */
export function startAgainPrompt(
  _talk: TalkOf<"confirm-restart">,
  context: TurnContext,
): ReplyDraft {
  return say(context.tell("dq-restart-sure"), startAgainChoices(context));
}

/** Asks before what was answered is left. */
export function askStartAgain(context: TurnContext): Step {
  const talk = { kind: "confirm-restart" } as const;
  return { mode: { kind: "diagnostic", talk }, replies: [startAgainPrompt(talk, context)] };
}

/** Reads whether to start again: until another is begun, the run stays as it is. */
export function replyToStartAgain(
  text: string,
  _talk: TalkOf<"confirm-restart">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  if (manner === "pressed-before") return undefined;
  const again = readDiagnosticCommand(text)?.kind;
  const chosen =
    readChoice(text, startAgainChoices(context))?.value ??
    readAssent(text) ??
    (again === "restart" ? "yes" : again === "resume" || again === "back" ? "no" : undefined);
  if (chosen === "no") return resume(context);
  if (chosen !== "yes") return undefined;
  const talk = { kind: "offer" } as const;
  return { mode: { kind: "diagnostic", talk }, replies: [offerPrompt(talk, context)] };
}

function startAgainChoices({ tell }: TurnContext): readonly Choice[] {
  return [
    { label: tell("dq-restart-yes"), value: "yes" },
    { label: tell("dq-restart-no"), value: "no" },
  ];
}

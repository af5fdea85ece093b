import { formatShortDay } from "../../../answers/format-day.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import { readAssent } from "../../../understanding/read-assent.ts";
import { readChoice } from "../../../understanding/read-choice.ts";
import { localDay } from "../../../workshops/workshop-time.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { askEraseAll } from "./erase-all.ts";
import { leaving } from "./go-on.ts";
import { lostDraft } from "./lost.ts";
import { offerPrompt } from "./offer.ts";
import { placeOf, totalOf } from "./question-place.ts";
import { resume } from "./resume.ts";
import { runAtHand } from "../run-at-hand.ts";
import type { Manner, TalkOf } from "../talk-of.ts";

/** A diagnostic that was begun and not finished was found: what is to become of it? */
export function unfinishedPrompt(
  _talk: TalkOf<"found-unfinished">,
  context: TurnContext,
): ReplyDraft {
  const { tell, conversation, knowledge } = context;
  const at = runAtHand(context);
  if (!at) return lostDraft(context);
  const { run, questionnaire, questions } = at;
  const day = localDay(new Date(run.startedAt), knowledge.settings.timeZone);
  const done = questions.filter(({ id }) => run.answers[id] !== undefined).length;
  const words = tell(done <= 1 ? "dq-unfinished-one" : "dq-unfinished", {
    day: formatShortDay(day, conversation.language),
    done,
    total: totalOf(run, questionnaire),
  });
  return say(words, unfinishedChoices(context));
}

/** Reads what is to become of it. */
export function replyToUnfinished(
  text: string,
  _talk: TalkOf<"found-unfinished">,
  context: TurnContext,
  _manner: Manner,
): Step | undefined {
  const { tell } = context;
  const command = readDiagnosticCommand(text)?.kind;
  const chosen =
    readChoice(text, unfinishedChoices(context))?.value ??
    (command === "resume" || command === "restart" || command === "erase" ? command : undefined) ??
    (command === "pause" || command === "stop" || readAssent(text) === "no" ? "later" : undefined);
  switch (chosen) {
    case "resume":
      return resume(context);
    case "restart": {
      const mode = { kind: "diagnostic", talk: { kind: "offer" } } as const;
      return { mode, replies: [offerPrompt(mode.talk, context)] };
    }
    case "erase":
      return askEraseAll(context);
    case "later":
      return leaving([say(tell("dq-later"))]);
    case undefined:
    default:
      return undefined;
  }
}

function unfinishedChoices(context: TurnContext): readonly Choice[] {
  const { tell } = context;
  const at = runAtHand(context);
  const position = at?.pending && placeOf(at.pending, at.run, at.questionnaire).position;
  const label =
    position === undefined ? tell("dq-resume-recap") : tell("dq-resume-at", { position });
  return [
    { label, value: "resume" },
    { label: tell("dq-restart-label"), value: "restart" },
    { label: tell("dq-erase-label"), value: "erase" },
    { label: tell("dq-later-label"), value: "later" },
  ];
}

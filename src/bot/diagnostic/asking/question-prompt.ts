import { answerInWords } from "../../../diagnostic/answer-in-words.ts";
import type { Question } from "../../../model/questionnaire.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";
import { betweenDraft } from "./ask-between.ts";
import { lostDraft } from "./lost.ts";
import { placeOf } from "./question-place.ts";
import { listed, questionChoices } from "./question-choices.ts";
import { runAtHand, type RunAtHand } from "../run-at-hand.ts";
import type { TalkOf } from "../talk-of.ts";

/** The question that waits, or the two answers that one is to be chosen of. */
export function questionPrompt({ between }: TalkOf<"question">, context: TurnContext): ReplyDraft {
  const at = runAtHand(context);
  return between && at?.pending ? betweenDraft(between, at, context) : questionDraft(context, []);
}

/**
 * The question that waits: where it stands, its words, its numbered answers, and what else may be said.
 * @param lead lines to be read before
 */
export function questionDraft(context: TurnContext, lead: readonly string[]): ReplyDraft {
  const at = runAtHand(context);
  if (!at?.pending) return lostDraft(context);
  const { pending, run } = at;
  const { tell, conversation } = context;
  const { language } = conversation;
  const present = run.answers[pending.id];
  const hints = [
    ...(pending.kind === "several" ? [howMany(pending, context)] : []),
    ...(present
      ? [tell("dq-present", { answer: answerInWords(pending, present, { language, tell }) })]
      : []),
  ];
  const list = pending.options
    .map(({ label }, index) => listed(label[language], index + 1))
    .join("\n");
  const text = [
    ...(lead.length > 0 ? [lead.join(" ")] : []),
    `${progressLine(at, pending, context)}\n${pending.text[language]}`,
    ...(list === "" ? [] : [list]),
    ...hints,
    `*${tell(pending.kind === "text" ? "dq-else-words" : "dq-else")}*`,
  ].join("\n\n");
  return {
    ...say(text, questionChoices(pending, context)),
    ...(pending.kind === "several" && {
      mostChosen: pending.mostChoices ?? pending.options.length,
    }),
  };
}

function howMany({ mostChoices, options }: Question, { tell }: TurnContext): string {
  return mostChoices === undefined || mostChoices >= options.length
    ? tell("dq-several")
    : tell("dq-several-most", { most: mostChoices });
}

function progressLine(
  { run, questionnaire }: RunAtHand,
  pending: Question,
  context: TurnContext,
): string {
  const { tell, conversation } = context;
  const { position, total, theme } = placeOf(pending, run, questionnaire);
  if (!theme) return tell("dq-progress", { position, total });
  const name = questionnaire.dimensions.find(({ id }) => id === theme.id)?.name;
  return tell(run.path === "full" ? "dq-progress-full" : "dq-progress-theme", {
    position,
    total,
    theme: name?.[conversation.language] ?? "",
    number: theme.number,
    of: theme.of,
  });
}

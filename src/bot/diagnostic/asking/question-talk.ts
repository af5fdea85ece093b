import type { Question } from "../../../model/questionnaire.ts";
import { say } from "../../../model/reply.ts";
import { holdsSecret } from "../../../privacy/holds-secret.ts";
import { readAnswer } from "../../../understanding/diagnostic/read-answer.ts";
import { readDiagnosticCommand } from "../../../understanding/diagnostic/read-diagnostic-command.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { askBetween, chosenBetween, placedBetween } from "./ask-between.ts";
import { pressEarlier } from "./change-earlier.ts";
import { followCommand } from "./follow-command.ts";
import { foundUnfinished, isStale } from "./found-unfinished.ts";
import { isClearQuestion, isCommandOfOthers, isForOthers } from "../is-for-others.ts";
import { loseRun } from "./lose-run.ts";
import { misread } from "./misread.ts";
import { choiceLabelled } from "./question-choices.ts";
import { questionDraft } from "./question-prompt.ts";
import { recordAnswer } from "./record-answer.ts";
import { runAtHand, type RunAtHand } from "../run-at-hand.ts";
import { resume } from "./resume.ts";
import { takeSentence } from "./take-sentence.ts";
import type { Manner, TalkOf } from "../talk-of.ts";
import { wentOnElsewhere } from "./went-on-elsewhere.ts";

/** Reads a message as the answer to the question that waits, or as a command about it. */
export function replyToQuestion(
  text: string,
  talk: TalkOf<"question">,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const at = runAtHand(context);
  if (!at?.pending) {
    const command = manner === "pressed-before" ? undefined : readDiagnosticCommand(text);
    if (command?.kind === "erase") return followCommand(command, at, context);
    if (isForOthers(text, context)) return undefined;
    // All is answered by now, in another room.
    return at ? resume(context) : loseRun(context);
  }
  const isElsewhere = wentOnElsewhere(context);
  if (manner === "pressed" && isElsewhere && !isForOthers(text, context)) {
    return pressEarlier(text, at, context) ?? resume(context);
  }
  if (manner !== "typed") return press(text, at, context, manner);
  // Neither stored nor logged: no other part of the assistant sees it.
  if (holdsSecret(text)) {
    return { replies: [say(context.tell("dq-secret")), questionDraft(context, [])] };
  }
  // "Oublie-moi" forgets more than the answers.
  if (isForOthers(text, context)) return undefined;
  const command = readDiagnosticCommand(text);
  const isPassed = command?.kind === "skip" || command?.kind === "keep";
  if (isPassed && isStale(context)) return foundUnfinished(context);
  if (isElsewhere && (!command || isPassed) && !isAQuestion(text, at.pending, context)) {
    return resume(context);
  }
  return (command && followCommand(command, at, context)) ?? answer(text, talk, at, context);
}

/** Whether something is asked rather than answered. */
function isAQuestion(text: string, pending: Question, context: TurnContext): boolean {
  if (pending.kind === "text") return false;
  const { kind } = readAnswer(text, pending, context.conversation.language);
  if (kind === "question") return true;
  const isUnread = kind === "unclear" || kind === "not-listed";
  return isUnread && (isCommandOfOthers(text, context) || isClearQuestion(text, context));
}

/** A choice says by itself which one it is; one that stands under a question that is past is told apart. */
function press(
  text: string,
  at: RunAtHand,
  context: TurnContext,
  manner: Manner,
): Step | undefined {
  const { pending } = at;
  if (manner === "pressed-before" || !pending) return pressEarlier(text, at, context);
  const value = choiceLabelled(text, pending, context)?.value;
  switch (value) {
    case "unknown":
      return recordAnswer({ kind: "unknown" }, at, context, false);
    case "skip":
    case "why":
    case "back":
    case "pause":
      return followCommand({ kind: value }, at, context);
    case undefined: {
      // Several made together come as their numbers.
      const reading = readAnswer(text, pending, context.conversation.language);
      if (/\d/u.test(text) && reading.kind === "answer") {
        return recordAnswer(reading.answer, at, context, false);
      }
      return reading.kind === "too-many"
        ? misread("dq-too-many", at, context, reading.most)
        : pressEarlier(text, at, context);
    }
    default: {
      const code = value.slice("option:".length);
      if (mayHaveOthers(code, pending)) return askForOthers(code, pending, context);
      return recordAnswer({ kind: "options", codes: [code] }, at, context, false);
    }
  }
}

/** A sign put under a message makes one choice: of several, others may be meant to follow. */
function mayHaveOthers(code: string, { kind, options }: Question): boolean {
  const isExclusive = options.find((option) => option.code === code)?.isExclusive === true;
  return kind === "several" && !isExclusive;
}

function askForOthers(code: string, { options }: Question, context: TurnContext): Step {
  const { tell, conversation } = context;
  const index = options.findIndex((one) => one.code === code);
  const chosen = options[index]?.label[conversation.language] ?? "";
  return { replies: [say(tell("dq-one-of-several", { answer: chosen, number: index + 1 }))] };
}

function answer(
  text: string,
  { between = [] }: TalkOf<"question">,
  at: RunAtHand,
  context: TurnContext,
): Step | undefined {
  const { pending } = at;
  if (!pending) return undefined;
  if (pending.kind === "text") {
    return isStale(context) ? foundUnfinished(context) : takeSentence(text, at, context);
  }
  if (isAQuestion(text, pending, context)) return undefined;
  // After a day of silence, "oui" means nothing certain.
  if (isStale(context)) return foundUnfinished(context);
  const reading = readAnswer(text, pending, context.conversation.language);
  switch (reading.kind) {
    case "question":
      return undefined;
    case "answer":
      return (
        placedBetween(text, between, at, context) ??
        recordAnswer(reading.answer, at, context, !reading.isPlain)
      );
    case "between":
      return askBetween(reading.codes, at, context);
    case "too-many":
      return misread("dq-too-many", at, context, reading.most);
    case "not-listed":
      return misread("dq-not-listed", at, context);
    case "no-yes-or-no":
      return misread("dq-no-yes-or-no", at, context);
    case "unclear":
      // "The second", of two that were just proposed, is their second.
      return chosenBetween(text, between, at, context) ?? misread("dq-misread", at, context);
  }
}

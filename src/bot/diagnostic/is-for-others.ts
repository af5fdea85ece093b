import type { GlobalWord } from "../../model/library.ts";
import { readAttendance } from "../../understanding/read-attendance.ts";
import { readCoordination } from "../../understanding/read-coordination.ts";
import { readSheetRequest } from "../../understanding/read-sheet-request.ts";
import { readSignUp } from "../../understanding/read-sign-up.ts";
import { isCourtesy } from "../courtesy.ts";
import { findGlobalWord } from "../global-words.ts";
import { mentionStep } from "../mention-step.ts";
import { themeAlertStep } from "../theme-alert-step.ts";
import type { TurnContext } from "../turn-context.ts";

/** Words of every mode that mean the same during the diagnostic. */
const same: ReadonlySet<GlobalWord> = new Set<GlobalWord>([
  "french",
  "english",
  "language",
  "privacy",
  "my-data",
  "forget-me",
  "wait",
]);

/** Whether a message plainly asks for something another part of the assistant does, as a language or a seat. */
export function isForOthers(text: string, { knowledge }: TurnContext): boolean {
  const word = findGlobalWord(text, knowledge.library)?.word;
  if (word !== undefined && same.has(word)) return true;
  const request = readSignUp(text);
  return request?.kind === "mine" || (request?.kind === "sign-up" && request.number !== undefined);
}

/** Whether a message that does not look like a question is one all the same: its need is sure. */
export function isClearQuestion(text: string, { knowledge, conversation }: TurnContext): boolean {
  const { language } = conversation;
  const { questions } = knowledge.understand(text, { language, previousIntent: undefined });
  return questions.some(
    ({ decision, candidates: [best] }) =>
      decision === "sure" && best !== undefined && !isCourtesy(best.intent),
  );
}

/**
 * Whether a message that is no answer is a command of another part: to be told of workshops, to be called or
 * not, who comes or, of who coordinates, about a workshop.
 */
export function isCommandOfOthers(text: string, context: TurnContext): boolean {
  if (themeAlertStep(text, context) || mentionStep(text, context)) return true;
  if (readSheetRequest(text) ?? readAttendance(text)) return true;
  const request = readCoordination(text);
  const mayCoordinate = (context.speaker?.roles ?? []).some((role) => role !== "asker");
  return (
    mayCoordinate &&
    request !== undefined &&
    (request.act === "new" || request.number !== undefined)
  );
}

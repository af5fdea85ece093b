import { say } from "../../../model/reply.ts";
import { holdsSecret } from "../../../privacy/holds-secret.ts";
import { readAnswer } from "../../../understanding/diagnostic/read-answer.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { askToChange, sayHowToChange } from "./change-earlier.ts";
import { runAtHand } from "../run-at-hand.ts";

/**
 * A message that answered a question that is past was corrected: nothing changes without being asked.
 * @param id the question it answered
 */
export function correctEarlier(text: string, id: string, context: TurnContext): Step {
  const at = runAtHand(context);
  const question = at?.questions.find((one) => one.id === id);
  if (!at || !question) return { replies: [] };
  if (holdsSecret(text)) return { replies: [say(context.tell("dq-secret"))] };
  const reading = readAnswer(text, question, context.conversation.language);
  const isChosen = reading.kind === "answer" && reading.answer.kind === "options";
  if (!isChosen) return sayHowToChange(question, at, context);
  const isSame = JSON.stringify(reading.answer) === JSON.stringify(at.run.answers[id]);
  return isSame ? { replies: [] } : askToChange(question, reading.answer.codes, at, context);
}

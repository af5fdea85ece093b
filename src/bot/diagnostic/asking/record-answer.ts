import { answerInWords } from "../../../diagnostic/answer-in-words.ts";
import type { RecordedAnswer } from "../../../model/diagnostic-run.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { goOn } from "./go-on.ts";
import { answered } from "./move-run.ts";
import type { RunAtHand } from "../run-at-hand.ts";

/**
 * Records the answer to the question that waits and asks the next one, after one line at most for each reason
 * to say anything: what was understood, what is to be found out, a new theme.
 * @param isEchoed whether the answer was interpreted, and is repeated back
 */
export function recordAnswer(
  answer: RecordedAnswer,
  { run, pending, questionnaire }: RunAtHand,
  context: TurnContext,
  isEchoed: boolean,
): Step {
  if (!pending) return { replies: [] };
  const { tell, conversation } = context;
  const { language } = conversation;
  const next = answered(run, pending, answer, questionnaire);
  const lead =
    answer.kind === "unknown"
      ? [tell("dq-to-find-out")]
      : isEchoed
        ? [tell("dq-noted", { answer: answerInWords(pending, answer, { language, tell }) })]
        : [];
  const asked = questionnaire.questions.find(({ id }) => id === next.pending?.question);
  const theme = questionnaire.dimensions.find(({ id }) => id === asked?.dimension);
  // Each question of the short path is of another theme, which its first line says.
  const isNewTheme = run.path === "full" && theme && asked?.dimension !== pending.dimension;
  const change = isNewTheme ? [tell("dq-new-theme")] : [];
  return goOn(next, context, [...lead, ...change]);
}

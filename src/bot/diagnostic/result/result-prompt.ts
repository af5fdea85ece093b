import { numberedSteps } from "../../../diagnostic/result-of.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";
import { howChoices, resultChoices } from "./result-choices.ts";
import { resultInView } from "./shown-result.ts";
import type { TalkOf } from "../talk-of.ts";

/** What is proposed below a result, or below the page on how to do one of its steps. */
export function resultPrompt(talk: TalkOf<"result">, context: TurnContext): ReplyDraft {
  const { tell } = context;
  const shown = resultInView(context);
  if (!shown) return say(tell("dr-gone"));
  const read = numberedSteps(shown.telling.result.advice).find(
    ({ recommendation }) => recommendation.id === talk.how,
  );
  const choices = read ? howChoices(read.recommendation, shown, context) : resultChoices(shown);
  return say(tell("dr-result-asks"), choices);
}

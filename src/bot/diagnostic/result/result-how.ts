import { composeAnswer } from "../../../answers/compose-answer.ts";
import { numberedSteps } from "../../../diagnostic/result-of.ts";
import { tellWhy } from "../../../diagnostic/tell-why.ts";
import type { IntentId } from "../../../model/library.ts";
import { say } from "../../../model/reply.ts";
import { sayWorkshop } from "../../../workshops/tell-workshops.ts";
import { today, workshopSaying } from "../../knowledge.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { howChoices, pagesOf, workshopOf } from "./result-choices.ts";
import { resultPrompt } from "./result-prompt.ts";
import type { ShownResult } from "./shown-result.ts";
import { stepMeant } from "./step-meant.ts";
import type { TalkOf } from "../talk-of.ts";

/** How to do one of the steps: the first page on it, and the next workshop that could help. */
export function howStep(
  number: number | undefined,
  talk: TalkOf<"result">,
  shown: ShownResult,
  context: TurnContext,
): Step {
  const { tell, language } = shown.telling;
  const steps = numberedSteps(shown.telling.result.advice);
  const advised = stepMeant(number, talk, steps) ?? (number === undefined ? steps[0] : undefined);
  if (!advised) return { replies: [say(tell("dr-no-such-step"))] };
  const { recommendation } = advised;
  const { knowledge, now } = context;
  const [page] = pagesOf(recommendation, knowledge);
  const told = page
    ? pageText(page.id, context)
    : tell("dr-how-none", { gesture: recommendation.step[language] });
  const near = workshopOf(recommendation, shown, context);
  const workshop = near && sayWorkshop(near, workshopSaying(knowledge, language, now));
  const text = [
    `**${recommendation.title[language].replace(/\.$/u, "")}**`,
    told,
    ...(workshop === undefined ? [] : [tell("dr-workshop", { workshop })]),
  ].join("\n\n");
  return {
    mode: { kind: "diagnostic", talk: { kind: "result", how: recommendation.id } },
    replies: [
      { ...say(text, howChoices(recommendation, shown, context)), asks: tell("dr-result-asks") },
    ],
  };
}

/** Another page on the same step. */
export function pageStep(intent: IntentId, talk: TalkOf<"result">, context: TurnContext): Step {
  const { choices, text } = resultPrompt(talk, context);
  return { replies: [{ ...say(pageText(intent, context), choices), asks: text }] };
}

/** Why a step is advised, and what would make it needless. */
export function whyStep(
  number: number | undefined,
  talk: TalkOf<"result">,
  shown: ShownResult,
  context: TurnContext,
): Step {
  const { tell, language, questionnaire, result } = shown.telling;
  const steps = numberedSteps(result.advice);
  const advised = stepMeant(number, talk, steps) ?? (number === undefined ? steps[0] : undefined);
  if (!advised) return { replies: [say(tell("dr-no-such-step"))] };
  const { answers } = shown.run;
  const text = tellWhy(advised, { tell, language, questionnaire, answers });
  const { choices, text: asks } = resultPrompt(talk, context);
  return {
    mode: { kind: "diagnostic", talk },
    replies: [{ ...say(text, choices), asks }],
  };
}

function pageText(intent: IntentId, { knowledge, conversation, now, tell }: TurnContext): string {
  const resource = knowledge.resource(intent);
  if (!resource) return tell("unknown");
  const { language } = conversation;
  return composeAnswer({ resource, language, today: today(knowledge, now), tell });
}

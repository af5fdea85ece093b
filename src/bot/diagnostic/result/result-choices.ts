import { numberedSteps } from "../../../diagnostic/result-of.ts";
import type { Resource } from "../../../model/library.ts";
import type { Recommendation } from "../../../model/questionnaire.ts";
import type { Choice } from "../../../model/reply.ts";
import { signUpChoices } from "../../../sign-up/sign-up-choices.ts";
import type { Knowledge } from "../../knowledge.ts";
import type { TurnContext } from "../../turn-context.ts";
import type { ShownResult } from "./shown-result.ts";
import { workshopFor } from "./workshop-for.ts";

/** A label longer than this is cut by the narrowest platform we serve. */
const MOST_LABEL = 80;

/** What is proposed below a result. */
export function resultChoices({ telling, signUp }: ShownResult): readonly Choice[] {
  const { tell, result } = telling;
  const how = { label: tell("dr-choose-how"), value: "how:1" };
  return [
    { label: tell("dr-choose-roadmap"), value: "roadmap" },
    ...(result.advice.now.length === 0 ? [] : [how]),
    { label: tell("dr-choose-details"), value: "details" },
    { label: tell("dr-choose-person"), value: "person" },
    { label: tell("dr-choose-erase"), value: "erase" },
    ...signUp,
  ];
}

/** What is proposed below the page on how to do something. */
export function howChoices(
  recommendation: Recommendation,
  shown: ShownResult,
  context: TurnContext,
): readonly Choice[] {
  const { tell, language, result } = shown.telling;
  const [, ...others] = pagesOf(recommendation, context.knowledge);
  const now = numberedSteps(result.advice).slice(0, result.advice.now.length);
  const workshop = workshopOf(recommendation, shown, context);
  return [
    ...others.map(({ id, title }) => ({
      label: title[language].slice(0, MOST_LABEL),
      value: `ask:${id}`,
    })),
    ...now.flatMap((one, index) =>
      one.recommendation.id === recommendation.id
        ? []
        : [
            {
              label: tell("dr-choose-how-number", { number: index + 1 }),
              value: `how:${index + 1}`,
            },
          ],
    ),
    { label: tell("dr-choose-result"), value: "result" },
    ...(workshop ? signUpChoices([workshop], tell) : []),
  ];
}

/** The pages that say how to do something, the best first. */
export function pagesOf(
  { intents }: Pick<Recommendation, "intents">,
  { resource }: Pick<Knowledge, "resource">,
): readonly Resource[] {
  return intents.flatMap((id) => resource(id) ?? []);
}

/** The workshop that could help with one step. */
export function workshopOf(
  recommendation: Recommendation,
  { run: { territory } }: ShownResult,
  { knowledge, now }: TurnContext,
) {
  return workshopFor([recommendation], { programme: knowledge.programme(now), now, territory });
}

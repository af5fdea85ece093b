import type { Recommendation } from "../../../model/questionnaire.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { nextOnTheme } from "../../../workshops/tell-workshops.ts";
import { workshopSaying } from "../../knowledge.ts";
import type { TurnContext } from "../../turn-context.ts";

/** What a step may lack. */
const reasons = ["time", "know-how", "agreement", "equipment", "other"] as const;
export type LackingReason = (typeof reasons)[number];

/** What may be answered to "what do you lack most?". */
export function reasonChoices({ tell }: TurnContext): readonly Choice[] {
  return reasons.map((reason) => ({ label: tell(`df-why-${reason}`), value: reason }));
}

/** Which of the reasons a choice stands for. */
export function reasonOf(value: string | undefined): LackingReason | undefined {
  return reasons.find((reason) => reason === value);
}

/** The pages that help where something else than time is lacking. Source: CONVERSATION.md, 10. */
const pageFor = { agreement: "roadmap.resistance", equipment: "support.equipment" } as const;

/** What helps with a step that is not begun; always with somebody to talk to. */
export function helpWith(
  reason: LackingReason,
  advice: Recommendation | undefined,
  context: TurnContext,
): ReplyDraft {
  const { tell } = context;
  return say([...wordsFor(reason, advice, context), tell("df-help-person")].join("\n\n"));
}

function wordsFor(
  reason: LackingReason,
  advice: Recommendation | undefined,
  context: TurnContext,
): readonly string[] {
  const { tell, knowledge, now, conversation } = context;
  const { language } = conversation;
  switch (reason) {
    case "time":
      return advice ? [tell("df-help-time", { step: advice.step[language] })] : [];
    case "know-how": {
      const saying = workshopSaying(knowledge, language, now);
      const workshop = advice && nextOnTheme(advice.theme, saying);
      return [
        ...(workshop === undefined ? [] : [tell("workshop-could-help", { workshop })]),
        tell("df-help-know-how"),
        ...pageLine(advice?.intents[0], context),
      ];
    }
    case "agreement":
    case "equipment": {
      const page = knowledge.resource(pageFor[reason]);
      return page ? [page.text[language]] : [tell("df-help-other")];
    }
    case "other":
      return [tell("df-help-other")];
  }
}

/** The question that the page on it answers. */
function pageLine(intent: string | undefined, context: TurnContext): readonly string[] {
  const { knowledge, tell, conversation } = context;
  const page = intent === undefined ? undefined : knowledge.resource(intent);
  return page ? [tell("df-help-page", { title: page.title[conversation.language] })] : [];
}

import { mostQuestions } from "../../../diagnostic/visible-questions.ts";
import type { OfferAfter } from "../../../model/diagnostic-talk.ts";
import type { PhraseKey } from "../../../model/phrases.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";
import type { TalkOf } from "../talk-of.ts";

/** One thing proposed after a result. */
export function afterPrompt(
  { offer }: TalkOf<"after">,
  { tell, diagnostic }: TurnContext,
): ReplyDraft {
  const choice = (key: PhraseKey, value: string): Choice => ({ label: tell(key), value });
  const enough = choice("dr-after-enough", "enough");
  switch (offer) {
    case "useful":
      return say(tell("dr-after-useful"), [
        choice("dr-after-good", "good"),
        choice("dr-after-so-so", "so-so"),
        choice("dr-after-bad", "bad"),
      ]);
    case "territory": {
      const choices = [choice("dr-after-territory-skip", "no"), enough];
      // Any number is that of a département.
      const inWords = choices.map((one) => ({ ...one, mark: one.label }));
      return say(tell("dr-after-territory"), inWords);
    }
    case "full-path":
    case "roadmap":
    case "follow-up":
    case "statistics": {
      const text = tell(questions[offer], { minutes: diagnostic ? minutesMore(diagnostic) : "" });
      return say(text, [choice("dr-after-yes", "yes"), choice("dr-after-no", "no"), enough]);
    }
  }
}

const questions: Readonly<Record<Exclude<OfferAfter, "useful" | "territory">, PhraseKey>> = {
  "full-path": "dr-after-full",
  roadmap: "dr-after-roadmap",
  "follow-up": "dr-after-follow-up",
  statistics: "dr-after-statistics",
};

/** Seconds to read a question and decide: 9.3 minutes for 28 of them. Source: DIAGNOSTIC.md, figures at a glance. */
const SECONDS_EACH = 20;

function minutesMore({ questionnaire }: NonNullable<TurnContext["diagnostic"]>): number {
  const more = mostQuestions(questionnaire, "full") - mostQuestions(questionnaire, "short");
  return Math.ceil((more * SECONDS_EACH) / 60);
}

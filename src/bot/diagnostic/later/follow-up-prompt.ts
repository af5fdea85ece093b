import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import type { TurnContext } from "../../turn-context.ts";
import { reasonChoices } from "./follow-up-help.ts";
import { adviceOf, followedRun } from "./followed-run.ts";
import { questionsToAskAgain } from "./mini-run.ts";
import type { TalkOf } from "../talk-of.ts";

/** What is asked of a line of the roadmap, or once all were gone through. */
export function followUpPrompt(talk: TalkOf<"follow-up">, context: TurnContext): ReplyDraft {
  const { tell, conversation } = context;
  const followed = followedRun(context);
  if (!followed) return say(tell("df-no-result", { command: tell("dq-start-label") }));
  if (talk.asks === "compare") {
    const count = questionsToAskAgain(followed).length;
    return say(tell(count === 1 ? "df-ask-compare-one" : "df-ask-compare", { count }), [
      { label: tell("df-compare-yes"), value: "yes" },
      { label: tell("df-compare-no"), value: "no" },
    ]);
  }
  if (talk.asks === "date") return say(tell("df-ask-date"), dateChoices(context));
  const advice = adviceOf(followed.lines[talk.line], followed.questionnaire);
  const title = advice?.title[conversation.language] ?? "";
  if (!talk.asksWhy) return say(tell("df-line", { title }), stateChoices(context));
  const words = talk.isOfAll === true ? tell("df-why") : tell("df-why-of", { title });
  return say(words, reasonChoices(context));
}

/** Each label is also read when it is typed: see `readStepReport`. */
function stateChoices({ tell }: TurnContext): readonly Choice[] {
  const labels = [
    tell("df-state-done"),
    tell("df-state-under-way"),
    tell("df-state-not-yet"),
    tell("df-state-given-up"),
  ];
  return labels.map((label) => ({ label, value: label }));
}

function dateChoices({ tell }: TurnContext): readonly Choice[] {
  return [
    { label: tell("df-date-same"), value: "same" },
    { label: tell("df-date-two-weeks"), value: "two-weeks" },
    { label: tell("df-date-one-month"), value: "one-month" },
    { label: tell("df-date-three-months"), value: "three-months" },
  ];
}

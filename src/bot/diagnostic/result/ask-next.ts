import { visibleQuestions } from "../../../diagnostic/visible-questions.ts";
import { offersAfter, type OfferAfter } from "../../../model/diagnostic-talk.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { Effect } from "../../../model/turn.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { afterPrompt } from "./after-prompt.ts";
import { resultInView } from "./shown-result.ts";

/**
 * Says something, then proposes the next thing that may be of use after a result: one at a time, and nothing
 * that is settled already. Ends kindly when there is none.
 * @param asked what was proposed last; undefined for none
 */
export function askNext(
  replies: readonly ReplyDraft[],
  asked: OfferAfter | undefined,
  context: TurnContext,
  effects: readonly Effect[] = [],
): Step {
  const offer = nextOffer(asked, context);
  if (!offer) {
    const end = endKindly(context);
    return { ...end, replies: [...replies, ...end.replies], effects };
  }
  const talk = { kind: "after", offer } as const;
  const prompt = afterPrompt(talk, context);
  const last = replies.at(-1);
  const asking = last
    ? [...replies.slice(0, -1), { ...last, asks: prompt.text, choices: prompt.choices }]
    : [prompt];
  return { mode: { kind: "diagnostic", talk }, replies: asking, effects };
}

/** Leaves the diagnostic where it is, and says how to come back to it. */
export function endKindly({ tell, diagnostic }: TurnContext): Step {
  const isUnkept = diagnostic?.isUnkept === true;
  return {
    mode: { kind: "idle" },
    replies: [say(tell(isUnkept ? "dr-after-end-unkept" : "dr-after-end"))],
  };
}

/** What is proposed after something else, or first. */
function nextOffer(asked: OfferAfter | undefined, context: TurnContext): OfferAfter | undefined {
  const from = asked === undefined ? 0 : offersAfter.indexOf(asked) + 1;
  return offersAfter.slice(from).find((offer) => isOfUse(offer, context));
}

function isOfUse(offer: OfferAfter, context: TurnContext): boolean {
  const { diagnostic } = context;
  const { run, questionnaire, isUnkept } = diagnostic ?? {};
  if (!run || !questionnaire || run.settled?.includes(offer) === true) return false;
  switch (offer) {
    case "full-path":
      return (
        run.path === "short" &&
        diagnostic?.underWay === undefined &&
        visibleQuestions(questionnaire, "full", run.answers).some(
          ({ id }) => run.answers[id] === undefined,
        )
      );
    case "roadmap":
      return (
        run.roadmap === undefined &&
        (resultInView(context)?.telling.result.advice.now.length ?? 0) > 0
      );
    case "territory":
      return run.territory === undefined;
    case "follow-up":
      return isUnkept !== true && run.followUp === undefined;
    case "statistics":
      return isUnkept !== true && run.isCounted === undefined;
    case "useful":
      // Whoever wants nothing kept leaves nothing at all, not even an opinion without a name.
      return isUnkept !== true;
  }
}

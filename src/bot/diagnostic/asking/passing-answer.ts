import type { Tell } from "../../../model/phrases.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import type { Step, TurnContext } from "../../turn-context.ts";
import { shortenAnswer } from "./shorten-answer.ts";

/** Whether something else is seen to completely, as a seat or somebody to talk to: what was asked waits. */
export function isLeftFor({ outcome, effects }: Step): boolean {
  return (
    outcome?.intents.includes("bot.human") === true ||
    effects?.some(({ kind }) => kind === "sign-up") === true
  );
}

/** What is left of a step whose choices are not waited for: the mode stays as it was. */
export function answering(step: Step, { conversation }: TurnContext): Omit<Step, "replies"> {
  const { outcome, effects } = step;
  return {
    ...(outcome && { outcome }),
    ...(effects && { effects }),
    conversation: { language: conversation.language },
  };
}

/** The first lines of what answers, with no choices of its own. @param unknown said of what is not known */
export function shortened(
  { replies, outcome, effects = [] }: Step,
  { tell }: TurnContext,
  unknown: "dq-not-known" | "dr-not-known",
): readonly ReplyDraft[] {
  if (outcome?.intents.includes("bot.diagnostic") === true) return [];
  if (outcome && outcome.decision !== "answer") {
    const isNoted = effects.some(({ kind }) => kind === "keep-question");
    return [say(tell(isNoted ? unknown : `${unknown}-unkept`))];
  }
  // What is kept of them, and how it is erased, is read whole.
  if (outcome?.intents.includes("bot.privacy") === true)
    return replies.map(({ text }) => say(text));
  return replies.map((reply) => {
    const { text, isShortened } = shortenAnswer(reply.text);
    return say(isShortened ? `${text}\n\n*${tell("dq-read-later")}*` : text);
  });
}

/** What waits, asked again after something else was said. */
export function askedAgain(draft: ReplyDraft, tell: Tell): ReplyDraft {
  return { ...draft, text: `${tell("dq-go-on")}\n\n${draft.text}` };
}

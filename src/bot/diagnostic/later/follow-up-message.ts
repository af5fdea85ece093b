import type { FollowUp } from "../../../model/diagnostic-run.ts";
import type { Language } from "../../../model/language.ts";
import type { PhraseKey, Tell } from "../../../model/phrases.ts";
import { say, type Choice, type ReplyDraft } from "../../../model/reply.ts";
import { openLines, type Followed } from "./followed-run.ts";

/** What may be said about being asked again in one touch. */
export type FollowUpWords = "tell" | "compare" | "stop";

const labels: Readonly<Record<FollowUpWords, PhraseKey>> = {
  tell: "df-tell-label",
  compare: "df-compare-label",
  stop: "df-stop-label",
};

/**
 * Its label says it all: pressed days later in a conversation that waits for nothing, or typed, it is read as
 * the same words. See `readFollowUpWish`.
 */
export function followUpChoice(words: FollowUpWords, tell: Tell): Choice {
  const label = tell(labels[words]);
  // The text says how to answer in words: its numbers are those of the steps.
  return { label, value: `say:${label}`, mark: label };
}

/**
 * Asks how the steps go, some time after the result; undefined where there is nothing to ask.
 * @param canCompare whether some questions may be asked again, when all is done
 */
export function followUpMessage(
  followed: Followed,
  occasion: FollowUp["next"],
  { tell, language, canCompare }: { tell: Tell; language: Language; canCompare: boolean },
): ReplyDraft | undefined {
  const open = openLines(followed);
  const stop = followUpChoice("stop", tell);
  if (open.length === 0) {
    if (occasion === "one-month" || !canCompare) return undefined;
    return say(tell("df-ask-all-done"), [followUpChoice("compare", tell), stop]);
  }
  const steps = open.map(({ advice }, at) => `${at + 1}. ${advice.title[language]}`);
  const hello = tell(occasion === "one-month" ? "df-ask-one-month" : "df-ask-three-months");
  const how = tell(open.length === 1 ? "df-how-to-answer-one" : "df-how-to-answer");
  const words = [hello, steps.join("\n"), how].join("\n\n");
  return say(words, [followUpChoice("tell", tell), stop]);
}

import type { IntentId } from "../model/library.ts";
import type { Candidate, Decision, UnderstoodQuestion } from "../model/understanding.ts";
import { foldText } from "../understanding/fold-text.ts";

/** Below this confidence, 0..1, members may well be talking to each other. */
const LIKELY_COURTESY = 0.35;

/** A word alone tells less than a sentence: misspelt greetings reach 0.55, "donc" and "voilà" do not reach this. */
const LIKELY_COURTESY_ALONE = 0.5;

/** Words this short ("la", "je", "ici") look alike to the model; true courtesies of that length are sure. */
const MOST_LETTERS_OF_SHORT_WORD = 3;

const courtesies: ReadonlySet<IntentId> = new Set(["bot.greeting", "bot.thanks", "bot.goodbye"]);

/** Whether an intent is a courtesy, which asks for nothing. */
export function isCourtesy(intent: IntentId): boolean {
  return courtesies.has(intent);
}

/**
 * What to do with a question that may be a courtesy. Nobody wants to be asked whether they meant to say
 * goodbye: a courtesy is returned, or not seen.
 */
export function decideCourtesy(
  { decision, question }: UnderstoodQuestion,
  best: Candidate,
): Decision {
  if (decision !== "unsure" || !isCourtesy(best.intent)) return decision;
  const isLikely = !question.includes("?") && best.confidence >= leastConfidence(question);
  return isLikely ? "sure" : "unknown";
}

/** The confidence from which a message is taken for a courtesy, 0..1, or never. */
function leastConfidence(question: string): number {
  const [word, ...others] = foldText(question).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (word === undefined || others.length > 0) return LIKELY_COURTESY;
  return word.length > MOST_LETTERS_OF_SHORT_WORD ? LIKELY_COURTESY_ALONE : Infinity;
}

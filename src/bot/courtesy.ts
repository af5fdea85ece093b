import { languages } from "../model/language.ts";
import type { IntentId, Library } from "../model/library.ts";
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
 * The courtesies authors wrote down, folded. A message that is one of them sign for sign is that courtesy:
 * reading words alone would take "a+" for the letter of a choice.
 */
export function listCourtesies({ intents }: Library): ReadonlySet<string> {
  const written = intents.filter(({ id }) => isCourtesy(id)).map(({ utterances }) => utterances);
  return new Set(
    written.flatMap((texts) => languages.flatMap((language) => texts[language].map(foldText))),
  );
}

/**
 * What to do with a question that may be a courtesy. Nobody wants to be asked whether they meant to say
 * goodbye: a courtesy is returned, or not seen.
 * @param written see `listCourtesies`
 */
export function decideCourtesy(
  { decision, question }: UnderstoodQuestion,
  best: Candidate,
  written: ReadonlySet<string>,
): Decision {
  if (!isCourtesy(best.intent)) return decision;
  if (decision === "unknown" && written.has(foldText(question))) return "sure";
  if (decision !== "unsure") return decision;
  const isLikely = !question.includes("?") && best.confidence >= leastConfidence(question);
  return isLikely ? "sure" : "unknown";
}

/** The confidence from which a message is taken for a courtesy, 0..1, or never. */
function leastConfidence(question: string): number {
  const [word, ...others] = foldText(question).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (word === undefined || others.length > 0) return LIKELY_COURTESY;
  return word.length > MOST_LETTERS_OF_SHORT_WORD ? LIKELY_COURTESY_ALONE : Infinity;
}

import type { IntentId } from "../model/library.ts";
import { isElliptic, type FollowUpMatch } from "./follow-ups.ts";

/** How likely each intent is, and that the question is in scope at all. */
interface Chances {
  readonly probabilities: Float64Array;
  readonly inScope: number;
}

interface Previous {
  readonly text: string;
  readonly matches: readonly FollowUpMatch[];
  /** The theme of each intent. */
  readonly themes: readonly string[];
  readonly previousIntent: IntentId;
}

// Fitted on follow-up wordings left out one by one (right as sure or among three: 72 % -> 86 %), with
// no loss on full questions asked after any other intent.
const nearness = 6;
const sameTheme = 1.5;
const sameThemeElliptic = 2.5;
/** A longer question says by itself what it is about. */
const mostWords = 8;

/**
 * What a short question means after the intent answered just before: intents whose follow-up wordings
 * are near, and those of the same theme, become likelier.
 */
export function leanOnPrevious(alone: Chances, previous: Previous): Chances {
  const { text, matches, themes, previousIntent } = previous;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length > mostWords) return alone;
  const theme = previousIntent.split(".")[0];
  const forTheme = isElliptic(text) ? sameThemeElliptic : sameTheme;
  const bonus = new Float64Array(themes.length);
  // Small talk is no subject to go on with.
  if (theme !== "bot") {
    for (const [intent, own] of themes.entries()) if (own === theme) bonus[intent] = forTheme;
  }
  for (const { intent, closeness } of matches) {
    bonus[intent] = (bonus[intent] ?? 0) + nearness * closeness;
  }
  const raised = alone.probabilities.map((chance, intent) => chance * Math.exp(bonus[intent] ?? 0));
  const outside = 1 - alone.inScope;
  const inside = raised.reduce((sum, chance) => sum + chance, 0);
  const total = inside + outside;
  return { probabilities: raised.map((chance) => chance / total), inScope: inside / total };
}

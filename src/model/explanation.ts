import type { IntentId } from "./library.ts";
import type { Language } from "./language.ts";
import type { Candidate, Decision } from "./understanding.ts";

/** Something in a text that speaks for or against an intent. */
export interface CountedFeature {
  /** What it is: a stem, a pair of stems, letters of a word ("_" is the word's edge), a sound, an idea. */
  readonly kind: string;
  readonly text: string;
  /** What it adds to the intent's score, or takes off it. */
  readonly counted: number;
}

/** Why an intent scores what it does. */
export interface ExplainedCandidate extends Candidate {
  /** What its classifier says: the bias and all features together; above 0 is yes. */
  readonly score: number;
  readonly bias: number;
  /** What each kind of features counted, all together. */
  readonly byKind: Readonly<Record<string, number>>;
  /** What each word counted with all that comes from it, in the order they stand; a pair is shared by its two. */
  readonly byWord: readonly { readonly word: string; readonly counted: number }[];
  /** The features that counted most for it, then against it, largest first. */
  readonly for: readonly CountedFeature[];
  readonly against: readonly CountedFeature[];
}

/** What decided beside likelihood; a question may meet several. */
export type Rule =
  /** One of several questions of a message, each read on its own. */
  | { readonly kind: "several-questions" }
  /** Greetings and thanks around the need were left out. */
  | { readonly kind: "courtesy-left-out" }
  /** One sentence of the message, much clearer than the whole, speaks for it. */
  | { readonly kind: "clearest-sentence" }
  /** An author wrote this very sentence down, as this intent or as out of scope. */
  | { readonly kind: "exact-wording"; readonly intent: IntentId }
  /** The intent answered before makes another reading likelier. */
  | { readonly kind: "follow-up"; readonly after: IntentId }
  /** Something is refused, so nothing is answered straight away. */
  | { readonly kind: "refusal" }
  /** No word, nor most of the letters of one, was ever learnt. */
  | { readonly kind: "no-known-word" };

/** How one question of a message was read. */
export interface ExplainedQuestion {
  readonly question: string;
  /** The words of it that were read. */
  readonly read: string;
  /** These words as they are compared. */
  readonly normal: string;
  /** The same as words, abbreviations written out. */
  readonly words: readonly string[];
  /** The words taken for misspelt, and the known word each was read as. */
  readonly repaired: readonly { readonly word: string; readonly as: string }[];
  /** The words of which nothing was ever learnt. */
  readonly unknownWords: readonly string[];
  readonly decision: Decision;
  /** Empty when likelihood alone decided. */
  readonly rules: readonly Rule[];
  /** Probability that some intent answers it, 0..1. */
  readonly inScope: number;
  /** From which probabilities on: an answer (of the first and of being in scope), or the choice of the three best. */
  readonly thresholds: {
    readonly sure: number;
    readonly surelyInScope: number;
    readonly likelyInScope: number;
  };
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** The two best, explained. */
  readonly best: readonly ExplainedCandidate[];
}

/** How a message was read. */
export interface Explanation {
  readonly language: Language;
  readonly questions: readonly ExplainedQuestion[];
}

import type { PerLanguage } from "../model/language.ts";
import type { IntentId } from "../model/library.ts";
import type { ExactWordings } from "./exact-wordings.ts";
import type { KnownWords } from "./known-words.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** How scores become probabilities and decisions, fitted on held-out sentences of one language. */
export interface Calibration {
  /** Divides the scores of the intents before their softmax. */
  readonly temperature: number;
  /** Logistic weights that a question is in scope: constant, best score, out-of-scope score, unknown share. */
  readonly scope: readonly [number, number, number, number];
  /** From this confidence on the best intent is answered, 0..1, when it is also surely in scope. */
  readonly sure: number;
  /** A probability of being in scope above which it is, 0..1. */
  readonly surelyInScope: number;
  /** From this probability of being in scope on the three best are proposed; below it nothing is known, 0..1. */
  readonly likelyInScope: number;
}

/** All that was learnt from a library. */
export interface TrainedModel {
  /** The hash of the library it was learnt from. */
  readonly libraryHash: string;
  /** The intents, in the order of the classes; out-of-scope is one class more, the last. */
  readonly intents: readonly IntentId[];
  readonly exact: ExactWordings;
  readonly vocabulary: Vocabulary;
  readonly knownWords: KnownWords;
  /** Feature after feature, one weight a class; times the class's scale. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly biases: Float32Array;
  readonly calibration: PerLanguage<Calibration>;
  /** Evidence of each bucket of letters for French (positive) or English, in 1/16 of a natural logarithm. */
  readonly languageEvidence: Int8Array;
}

import type { IntentId } from "./library.ts";
import type { Language } from "./language.ts";

/** An intent a question may be about. */
export interface Candidate {
  readonly intent: IntentId;
  /** Calibrated probability that this is the intent, 0..1. */
  readonly confidence: number;
}

/** What to do with a question: answer it, ask which of two or three needs it is, or say we do not know. */
export type Decision = "sure" | "unsure" | "unknown";

/** One question found in a message. */
export interface UnderstoodQuestion {
  /** The words of the message that hold it. */
  readonly question: string;
  readonly decision: Decision;
  /** Calibrated probability that some intent answers it, 0..1. */
  readonly inScope: number;
  /** Best first; at least the three best when there are that many. */
  readonly candidates: readonly Candidate[];
}

/** What a message was understood to ask, in the order it was asked; one question most of the time. */
export interface Understanding {
  readonly language: Language;
  readonly questions: readonly UnderstoodQuestion[];
}

/** What helps to read a message: the conversation's language and the intent answered just before. */
export interface UnderstandingContext {
  readonly language: Language;
  readonly previousIntent: IntentId | undefined;
}

/** Reads a message. Pure: the same text and context give the same understanding. */
export type Understand = (text: string, context: UnderstandingContext) => Understanding;

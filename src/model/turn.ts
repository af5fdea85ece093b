import type { Conversation } from "./conversation.ts";
import type { IntentId } from "./library.ts";
import type { ReplyDraft } from "./reply.ts";
import type { Candidate } from "./understanding.ts";

/** Why a question is kept for the curators. */
export type KeptBecause = "unknown" | "disliked";

/** Something to do beside talking. It is done before anything is said of it. */
export type Effect =
  | {
      readonly kind: "keep-question";
      readonly question: string;
      readonly because: KeptBecause;
      readonly intent: IntentId | undefined;
      /** What the person said was wrong, when asked. */
      readonly why: string | undefined;
    }
  | { readonly kind: "judge-answer"; readonly intent: IntentId; readonly isUseful: boolean }
  | { readonly kind: "export-my-data" }
  | { readonly kind: "forget-me" };

/** What a question came to, for the log, `ask` and `evaluate`. */
export interface Outcome {
  readonly decision: "answer" | "clarify" | "unknown";
  /** The intents answered or offered. */
  readonly intents: readonly IntentId[];
  /** Confidence in the first of them, 0..1. */
  readonly confidence: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

/** What one message leads to: the conversation after it, what is said and what is done. */
export interface Turn {
  readonly conversation: Conversation;
  readonly replies: readonly ReplyDraft[];
  readonly effects: readonly Effect[];
  /** Absent when the message was not a question (a choice, a command). */
  readonly outcome: Outcome | undefined;
}

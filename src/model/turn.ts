import type { Conversation } from "./conversation.ts";
import type { CoordinationEffect } from "./coordination.ts";
import type { DiagnosticEffect } from "./diagnostic-effect.ts";
import type { HandoffEffect } from "./handoff-effect.ts";
import type { IntentId } from "./library.ts";
import type { ReplyDraft } from "./reply.ts";
import type { SignUpWish } from "./sign-up-wish.ts";
import type { Candidate } from "./understanding.ts";

/** Why a question is kept for the curators. */
export type KeptBecause = "unknown" | "disliked";

/** Somebody wants to be called by name in this room about some themes (empty: all); undefined: no longer. */
export interface MentionEffect {
  readonly kind: "mention-me";
  readonly themes: readonly string[] | undefined;
}

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
  /** A workshop on this theme was asked for, and none is to come. */
  | { readonly kind: "want-theme"; readonly theme: string }
  | { readonly kind: "export-my-data" }
  | { readonly kind: "forget-me" }
  | { readonly kind: "sign-up"; readonly wish: SignUpWish }
  | MentionEffect
  | CoordinationEffect
  /** Done around the whole turn: see `Handoffs`. */
  | { readonly kind: "handoff"; readonly act: HandoffEffect }
  /** Done around the whole turn: see `Diagnostics`. */
  | { readonly kind: "diagnostic"; readonly act: DiagnosticEffect };

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
  /** What they read last, below what doing the effects tells. */
  readonly below?: readonly ReplyDraft[];
  /** What who spoke in a room reads in private. */
  readonly apart?: readonly ReplyDraft[];
  readonly effects: readonly Effect[];
  /** Absent when the message was not a question (a choice, a command). */
  readonly outcome: Outcome | undefined;
}

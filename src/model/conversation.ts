import type { DiagnosticTalk } from "./diagnostic-talk.ts";
import type { HandoffTalk } from "./handoff-talk.ts";
import type { IntentId } from "./library.ts";
import type { Language } from "./language.ts";
import type { WorkshopDraft } from "./workshop-draft.ts";

/** What the assistant waits for. Adding a kind makes the compiler list every place to change. */
export type Mode =
  | { readonly kind: "idle" }
  /** An answer was given: was it useful, and what next? */
  | { readonly kind: "answered"; readonly intent: IntentId; readonly question: string }
  /** Not sure: two or three needs were proposed. */
  | { readonly kind: "choosing"; readonly question: string; readonly options: readonly IntentId[] }
  /** The person was asked to say it in other words. */
  | { readonly kind: "rephrasing"; readonly question: string }
  /** We do not know: a person, or what we do know, was proposed. */
  | { readonly kind: "not-known"; readonly question: string }
  /** An answer did not help: why? */
  | { readonly kind: "explaining"; readonly intent: IntentId; readonly question: string }
  | { readonly kind: "confirming-forget" }
  | { readonly kind: "confirming-restart" }
  /** A coordinator writes a workshop, or a change of one. */
  | { readonly kind: "drafting"; readonly draft: WorkshopDraft }
  /** A coordinator was told what importing a text would do; empty until it comes. `timeZone` as they said it. */
  | { readonly kind: "importing"; readonly text: string; readonly timeZone?: string | undefined }
  /** Something was said of their seats, with words to answer it by. */
  | { readonly kind: "seats"; readonly labels: readonly string[] }
  /** A question is being given to people; its words are in the draft. */
  | { readonly kind: "handoff"; readonly talk: HandoffTalk }
  /** The diagnostic is under way; its answers are in the person's run. */
  | { readonly kind: "diagnostic"; readonly talk: DiagnosticTalk };

/** What is remembered of one person in one room. */
export interface Conversation {
  readonly platform: string;
  readonly room: string;
  readonly person: string;
  readonly language: Language;
  readonly mode: Mode;
  /** The modes before this one, oldest first: where "back" goes. */
  readonly trail: readonly Mode[];
  /** The intent answered last: context of "et ça coûte combien ?". */
  readonly lastIntent?: IntentId | undefined;
  /** Id of the one workshop told last: the one of "je m'inscris". */
  readonly workshop?: string | undefined;
  /** Drafts that were left for something else, oldest first: where "resume" goes. */
  readonly suspended?: readonly WorkshopDraft[] | undefined;
  /** How many times in a row we failed to understand. */
  readonly unclearInARow: number;
  /** True once the first-contact line about data was shown. */
  readonly wasToldOfPrivacy: boolean;
  /** UTC instant (ISO 8601) of the last turn. */
  readonly updatedAt: string;
  /** Names, by a hash, the message whose words the mode holds: when it is deleted, they go. */
  readonly questionFrom?: string | undefined;
  /** Keys of the replies whose choices are those of the mode; absent when they are not known. */
  readonly askedBy?: readonly string[] | undefined;
  /** The last message answered, absent when it was a press. */
  readonly lastTurn?: LastTurn | undefined;
}

/** What answering a message anew takes, when it is corrected. */
export interface LastTurn {
  /** Names the message, by a hash. */
  readonly message: string;
  /** UTC instant (ISO 8601) it was sent, before any correction. */
  readonly sentAt: string;
  /** Keys of the replies that stand, in order. */
  readonly shown: readonly string[];
  /** What the turn started from; its mode holds no words. */
  readonly before: BeforeTurn;
}

/** What a turn may change of a conversation. */
export type BeforeTurn = Pick<
  Conversation,
  | "language"
  | "mode"
  | "trail"
  | "lastIntent"
  | "unclearInARow"
  | "wasToldOfPrivacy"
  | "questionFrom"
  | "askedBy"
>;

/** A conversation nothing was said in yet. */
export function newConversation(
  whose: Pick<Conversation, "platform" | "room" | "person" | "language">,
  now: Date,
): Conversation {
  return {
    ...whose,
    mode: { kind: "idle" },
    trail: [],
    unclearInARow: 0,
    wasToldOfPrivacy: false,
    updatedAt: now.toISOString(),
  };
}

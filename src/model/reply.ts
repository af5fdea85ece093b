import type { Address } from "./address.ts";
import type { Language } from "./language.ts";

/** Something to tap on, or to answer by its number or its words. */
export interface Choice {
  /** What the person reads, at most 80 characters. */
  readonly label: string;
  /** What it means to us. */
  readonly value: string;
  /**
   * What stands on a button, where the text of the message lists the choices itself: "1", "2"… for those it
   * numbers, a word for the others. With one, a platform without buttons lists nothing: the text says all.
   */
  readonly mark?: string | undefined;
  /**
   * An emoji that makes it, as ❓, where a platform without buttons offers reactions in their place; what is
   * numbered has the number's own. Only beside a `mark`.
   */
  readonly sign?: string | undefined;
}

/** A file that goes with a message. */
export interface Attachment {
  readonly name: string;
  /** Its media type, as `application/json`. */
  readonly type: string;
  /** Its words or, where `encoding` says so, its bytes in base64. */
  readonly text: string;
  readonly encoding?: "base64" | undefined;
  /** Its bytes are on the shelf under this id, and `text` is empty: they are fetched when it is shown. */
  readonly shelved?: string | undefined;
  /** What it is, for those who cannot open or see it; at most 1,024 characters. */
  readonly alt?: string | undefined;
}

export type ReplyKind = "reply" | "announcement" | "relay" | "notice";

/** A message before it has an address and a key. */
export interface ReplyDraft {
  /** Markdown. */
  readonly text: string;
  /** What it asks at its end, when it waits for a reply: whatever is added to the text comes before. Markdown. */
  readonly asks?: string;
  readonly choices: readonly Choice[];
  readonly attachments: readonly Attachment[];
  /** UTC instant (ISO 8601) when it is taken away again: a platform knows it until then. */
  readonly goneAt?: string | undefined;
  /**
   * How many of the choices that are numbered (see `Choice.mark`) may be made together: undefined for one. They
   * come as one answer, as "1 4".
   */
  readonly mostChosen?: number | undefined;
}

/** Names one message calls at most. Source: issue 6, opt-in mentions only. */
export const MOST_MENTIONED = 20;

/** A message on its way. */
export interface Reply extends Omit<ReplyDraft, "asks"> {
  /** Derived from what caused it: a platform that sees a key twice shows one message. At most 25 characters. */
  readonly key: string;
  readonly to: Address;
  readonly kind: ReplyKind;
  /** The message it answers and who wrote it, so that it can be shown beside it. */
  readonly inReplyTo?: Answered | undefined;
  /** The platform's own id of the thread it belongs to. */
  readonly thread?: string | undefined;
  /**
   * The key of the reply that it takes the place of: that one is changed where it stands, which is
   * where the one before it stood when it had replaced another itself.
   * A platform that no longer knows it, or that cannot change a message, shows a new one.
   */
  readonly replaces?: string | undefined;
  /**
   * A correction of `replaces` that must disturb nobody: where that one is no longer known or no longer
   * stands, nothing is shown at all.
   */
  readonly isOnlyInPlace?: boolean | undefined;
  /** How many files at the end of what it `replaces` stay where they stand; undefined for none. */
  readonly keepsFiles?: number | undefined;
  /**
   * The platform's own ids of those who asked to be called by it, at most `MOST_MENTIONED`: they alone are,
   * and only when it is first shown, never by a change in place.
   */
  readonly mentions?: readonly string[] | undefined;
  /**
   * The earlier reply (`replaces`) disappears and nothing takes its place: there is no text to show.
   * A platform that no longer knows it does nothing.
   */
  readonly isWithdrawal?: boolean | undefined;
  /**
   * The person is expected to answer in words: where what they type cannot be read, a way to write them is
   * shown beside the choices.
   */
  readonly awaitsWords?: boolean | undefined;
  /** What it is written in: for the words a platform adds, on a button or a file. */
  readonly language?: Language | undefined;
  /** UTC instant (ISO 8601) after which it is shown no more, where nothing of it was; undefined for none. */
  readonly usefulUntil?: string | undefined;
  /**
   * Everything written in the thread below it is for us, for as long as it is known: it is told by
   * `IncomingMessage.thread`, the platform's own id of this message.
   */
  readonly opensThread?: boolean | undefined;
  /** A sign on a message, put there or taken away, in place of a text. */
  readonly reaction?: ReactionSign | undefined;
  /** Instants the text names: a platform that can shows each on the reader's own clock, beside the words. */
  readonly times?: readonly NamedTime[] | undefined;
}

/** A sign of ours on a message, the platform's own id of which is `on`. */
export interface ReactionSign {
  readonly sign: string;
  readonly on: string;
  readonly isTakenAway?: boolean | undefined;
}

/** An instant a text names. */
export interface NamedTime {
  /** UTC instant (ISO 8601). */
  readonly at: string;
}

/** A message that is answered. */
export interface Answered {
  /** The platform's own id of it. */
  readonly id: string;
  /** Who wrote or pressed. */
  readonly from: string;
}

/** All the words of a message, what it asks last. Markdown. */
export function wordsOf({ text, asks }: ReplyDraft): string {
  return asks === undefined ? text : `${text}\n\n${asks}`;
}

/** A message of words alone, or with choices. */
export function say(text: string, choices: readonly Choice[] = []): ReplyDraft {
  return { text, choices, attachments: [] };
}

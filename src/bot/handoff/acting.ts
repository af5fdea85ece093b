import type { Address } from "../../model/address.ts";
import type { Conversation } from "../../model/conversation.ts";
import type { IncomingMessage } from "../../model/incoming-message.ts";
import type { Language } from "../../model/language.ts";
import type { ReplyDraft } from "../../model/reply.ts";
import type { Change } from "../../ports/store.ts";
import type { HandoffParts } from "./handoff-parts.ts";
import type { RequestBook } from "./request-book.ts";

/** Who speaks, in a turn of the assistant. */
export interface Asking {
  /** See `personKey`. */
  readonly person: string;
  readonly language: Language;
  readonly address: Address;
  /** Names the turn, so that a replay changes nothing. */
  readonly turn: string;
  readonly message: IncomingMessage;
  /** The conversation before it: a question that waited, and what names the message it was asked in. */
  readonly before: Pick<Conversation, "mode" | "questionFrom">;
  readonly now: Date;
}

/** What one act has in hand; the requests of who speaks are held. */
export interface Acting {
  readonly who: Asking;
  readonly parts: HandoffParts;
  readonly book: RequestBook;
}

/** What a turn has to write, with its messages to others among the changes, and to say to who speaks. */
export interface AboutHandoff {
  readonly changes: readonly Change[];
  readonly drafts: readonly ReplyDraft[];
}

/** Nothing to write, nothing to say. */
export const nothingAbout: AboutHandoff = { changes: [], drafts: [] };

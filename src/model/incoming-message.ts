import type { Address } from "./address.ts";
import type { Language } from "./language.ts";

/** What a person may do beyond asking; a `room-coordinator` has power in one room, and acts for that room alone. */
export type Role = "asker" | "coordinator" | "room-coordinator" | "mediator" | "adviser";

/** A file somebody sent; its bytes are fetched when they are wanted. */
export interface IncomingFile {
  readonly name: string;
  /** Its media type as the platform says it, which may be wrong. */
  readonly type: string;
  /** Bytes, as the platform says it. */
  readonly size: number;
  /** @throws when it cannot be had, or holds more than `size` bytes */
  readonly read: () => Promise<Uint8Array>;
}

/** A message that is answered, or pointed at. */
export interface MessageMeant {
  /** The platform's own id. */
  readonly id: string;
  /** Who wrote it; undefined where that is not known, or it is ours. */
  readonly from?: string | undefined;
  /** Its words, where they are known. */
  readonly text?: string | undefined;
}

/** Something a person wrote or pressed, as an adapter hands it in. */
export interface IncomingMessage {
  /** The platform's own id of the event; the same id twice is the same event. */
  readonly id: string;
  readonly from: string;
  readonly isFromBot: boolean;
  readonly roles: readonly Role[];
  readonly address: Address;
  readonly text: string;
  /** The label or the number of a choice, when it was pressed rather than typed. */
  readonly pressed: string | undefined;
  /** True when it is meant for the assistant: direct, mention, answer to it, its thread, a press. */
  readonly isForUs: boolean;
  readonly sentAt: Date;
  /** The id of the earlier message of the same person that this one corrects. */
  readonly edits?: string | undefined;
  /** The platform's own id of the thread it was written in, where the answer goes too. */
  readonly thread?: string | undefined;
  /** The id of our message whose choice was pressed: the answer goes there rather than to the press. */
  readonly pressedOn?: string | undefined;
  /** Names the reaction it was said by: when that is taken away, the deletion bears the same name. */
  readonly sign?: string | undefined;
  /** The key of the reply that message showed, where the platform knows it: it may not be the last that asked. */
  readonly pressedKey?: string | undefined;
  /** The language the person's own application speaks: that of the first answer, where nothing is known yet. */
  readonly language?: Language | undefined;
  /** The message it is a reply to, or that a menu was opened on. */
  readonly repliesTo?: MessageMeant | undefined;
  /** What came with it. */
  readonly files?: readonly IncomingFile[] | undefined;
  /**
   * Nothing was said: a sign (an emoji) was put on the message `on`, the platform's own id, which offers no such
   * choice. `sign` above names it, so that it can be taken away.
   */
  readonly reacts?: { readonly sign: string; readonly on: string } | undefined;
}

/** Somebody took a message away: what it asked is forgotten. */
export interface Deletion {
  /** Who took it away; not always who wrote it. */
  readonly from: string;
  readonly address: Address;
  /** The id of the message that is gone, or the name of the reaction. */
  readonly deletes: string;
}

/** What an adapter hands in. */
export type Incoming = IncomingMessage | Deletion;

/** Tells a deletion from something said. */
export function isDeletion(incoming: Incoming): incoming is Deletion {
  return "deletes" in incoming;
}

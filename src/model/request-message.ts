import { z } from "zod";
import type { DocumentType } from "./document-type.ts";

/** A file that goes with a relayed message; its bytes are on the shelf (see `FileShelf`) until it is sent. */
export interface RelayedFile {
  readonly name: string;
  /** Its media type, told by its content. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  /** Its id on the shelf, where it came there before its message was agreed to; see `shelfId`. */
  readonly shelved?: string | undefined;
}

/** A sign that was carried over. */
export interface RelayedSign {
  readonly sign: string;
  /** Names what put it there (`eventHash`), so that it can be taken away. */
  readonly source: string;
}

/**
 * One thing said about a request, and where it stands on both sides. Sealed on disk.
 * Its id in the store is `messageId(request, position)`.
 */
export interface RequestMessage {
  /** Id of the request. */
  readonly request: string;
  /** See `Request.asker`; undefined once erased. */
  readonly owner?: string | undefined;
  /** From 0, in the order things were said. */
  readonly position: number;
  /** `in`: from the asker to the advisers; `out`: the other way; `note`: among advisers; `draft`: not agreed to. */
  readonly direction: "in" | "out" | "note" | "draft";
  readonly author: "asker" | "adviser" | "bot";
  /** Id of the adviser. */
  readonly adviser?: string | undefined;
  /** Markdown as it was typed; empty once erased. */
  readonly text: string;
  readonly files: readonly RelayedFile[];
  /** Position of the message it answers. */
  readonly repliesTo?: number | undefined;
  /** Names the event it came by (`eventHash`), so that a replay changes nothing; undefined of what nobody typed. */
  readonly source?: string | undefined;
  /** The platform's own id of the message on the side it was typed on. */
  readonly sourceId?: string | undefined;
  /** Keys of the replies it is shown as on the other side, in order; the first one's platform id once shown. */
  readonly keys: readonly string[];
  readonly shownAs?: string | undefined;
  /** Id of the team in whose thread it is shown, which may not be the one that treats it by now; undefined otherwise. */
  readonly team?: string | undefined;
  /** The platform's own ids of the further ones, in the order they were shown. */
  readonly alsoShownAs?: readonly string[] | undefined;
  /** Signs the other side put on it, as they stand on the message it was made from. */
  readonly signs?: readonly RelayedSign[] | undefined;
  readonly state: "pending" | "sent" | "failed" | "deleted";
  readonly isEdited: boolean;
  readonly at: string;
  /** When its request was closed: three months later it is erased. Undefined while the request goes on. */
  readonly closedAt?: string | undefined;
}

/** Checks what was read from disk. */
export const relayedFileSchema: z.ZodType<RelayedFile> = z.strictObject({
  name: z.string(),
  type: z.string(),
  size: z.int().min(0),
  shelved: z.string().optional(),
});

const messageSchema: z.ZodType<RequestMessage> = z.strictObject({
  request: z.string(),
  owner: z.string().optional(),
  position: z.int().min(0),
  direction: z.enum(["in", "out", "note", "draft"]),
  author: z.enum(["asker", "adviser", "bot"]),
  adviser: z.string().optional(),
  text: z.string(),
  files: z.array(relayedFileSchema),
  repliesTo: z.int().min(0).optional(),
  source: z.string().optional(),
  sourceId: z.string().optional(),
  keys: z.array(z.string()),
  shownAs: z.string().optional(),
  team: z.string().optional(),
  alsoShownAs: z.array(z.string()).optional(),
  signs: z.array(z.strictObject({ sign: z.string(), source: z.string() })).optional(),
  state: z.enum(["pending", "sent", "failed", "deleted"]),
  isEdited: z.boolean(),
  at: z.iso.datetime(),
  closedAt: z.iso.datetime().optional(),
});

/** The id of a message in the store. */
export function messageId(request: string, position: number): string {
  return `${request}.${String(position).padStart(5, "0")}`;
}

/** What is open is kept however long it takes. */
const NEVER_DUE = "9999-12-31T00:00:00.000Z";

/** How texts are stored: sealed, three months after closing. Source: HANDOFF.md, 11. */
export const requestMessageType: DocumentType<RequestMessage> = {
  collection: "request-messages",
  version: 1,
  migrations: [],
  read: (json) => messageSchema.parse(json),
  description: "stored-request-messages",
  keptDays: 90,
  isSealed: true,
  lastUsed: ({ closedAt }) => closedAt ?? NEVER_DUE,
  owner: ({ owner }) => owner,
  // Notes are among advisers, whose names are theirs to give.
  told: (message) =>
    message.direction === "note" ? undefined : { ...message, adviser: undefined },
};

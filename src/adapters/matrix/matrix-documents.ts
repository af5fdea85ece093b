import { personKey } from "../../model/address.ts";
import { amongOthers, type AnyDocumentType, type DocumentType } from "../../model/document-type.ts";
import type { ReactionSign, Reply } from "../../model/reply.ts";
import { sentUsedAt } from "../../model/sent-used-at.ts";
import { withoutMention } from "../../model/without-mention.ts";
import { placeShape, roomShape, sendingShape, sentShape, unreadShape } from "./document-shapes.ts";
import type { EventContent } from "./room-event.ts";

/** As in `Address.platform`. */
export const platformName = "matrix";

/** What must not be forgotten of a room between two runs. */
export interface KeptRoom {
  /** Present once the room is encrypted, which it stays. */
  readonly encryption?: KeptEncryption | undefined;
  /** What we are joining it for, until it is joined. */
  readonly joining?: Joining | undefined;
  /** The event we came by: what stands before it in a timeline is history, also when it comes again. */
  readonly arrivedWith?: string | undefined;
  /** We are to leave it, or to decline its invitation. */
  readonly isUnwanted?: boolean | undefined;
  /** We come by another room's word alone: it is left unless it names that room as the one before it. */
  readonly isOnTrial?: boolean | undefined;
  /** We were there and are no longer. */
  readonly isLeft?: boolean | undefined;
  /** The invitation said that the room is between the two of us. */
  readonly isDirect?: boolean | undefined;
  /** The room this one says it was replaced by. */
  readonly successor?: string | undefined;
  /** The successor says so too: until then nothing of this room goes there. */
  readonly isSuccessorSure?: boolean | undefined;
  /** When people were last told that a message could not be read here. */
  readonly toldAt?: string | undefined;
  readonly at: string;
}

/** An invitation accepted, or a room that takes the place of another. */
export interface Joining {
  readonly inviter: string;
  readonly isDirect: boolean;
}

/** How a room is encrypted; see `RoomEncryption`. */
export interface KeptEncryption {
  readonly rotationPeriodMs?: number | undefined;
  readonly rotationPeriodMessages?: number | undefined;
}

/** A message the server has not accepted whole yet. */
export interface Sending {
  readonly owner?: string | undefined;
  readonly reply: Reply;
  /** The events of the parts that were accepted, in order. */
  readonly done: readonly string[];
  /** The next part as it goes over the wire, fixed before it first does. */
  readonly sealed?: SealedPart | undefined;
  /** Since when the server knows a try of it, if it does, by its transaction. */
  readonly sealedAt?: string | undefined;
  readonly at: string;
}

/** An event as the server gets it: the same bytes at every try. */
export interface SealedPart {
  readonly type: string;
  readonly content: EventContent;
  /** The event it takes away, for a withdrawal. */
  readonly redacts?: string | undefined;
}

/** Under which events a reply was shown: for edits, reactions and answers to it. */
export interface SentReply {
  readonly events: readonly string[];
  /** The labels of the choices at its end, and who was asked to choose. */
  readonly choices: readonly string[];
  /** The emojis that make them, in the same order: see `signsOf`; undefined where their place tells. */
  readonly signs?: readonly string[] | undefined;
  /** User id; kept only where there is a choice to make. */
  readonly asker?: string | undefined;
  /** The event id of the root of the thread it was sent in. */
  readonly thread?: string | undefined;
  /** The event it answered. */
  readonly answers?: string | undefined;
  /** Known longer than others: it is corrected, or reacted to, weeks later. */
  readonly isAnnouncement?: boolean | undefined;
  /** It opens a thread, is relayed or is a sign: known for months. */
  readonly isLasting?: boolean | undefined;
  /** The sign of ours that it is, on another event. */
  readonly reaction?: Pick<ReactionSign, "sign" | "on"> | undefined;
  /** UTC instant when it will be taken away: it is known until then. */
  readonly goneAt?: string | undefined;
  readonly at: string;
}

/** An event that could not be read yet: its key is missing, its file, or what is to be known of its room. */
export interface UnreadEvent {
  readonly owner: string;
  readonly room: string;
  readonly why: "missing-key" | "missing-file" | "room-unknown";
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly sender: string;
    readonly sentAt: string;
    readonly content: Readonly<Record<string, unknown>>;
    readonly redacts?: string | undefined;
  };
  readonly at: string;
}

/** Where the next sync goes on. */
export interface SyncPlace {
  readonly next: string;
  readonly at: string;
}

/** What the adapter stores; a type, so that `Object.values` knows them all. */
export type MatrixDocuments = {
  readonly rooms: DocumentType<KeptRoom>;
  readonly sendings: DocumentType<Sending>;
  readonly sent: DocumentType<SentReply>;
  readonly unread: DocumentType<UnreadEvent>;
  readonly place: DocumentType<SyncPlace>;
};

/** Declares what is stored and how long; `main` opens the store with these and the core's own. */
export const matrixDocuments: MatrixDocuments = {
  rooms: {
    ...firstVersion("matrix-rooms", "stored-rooms"),
    read: (json) => roomShape.parse(json),
    // Renewed for as long as something happens there: longer than anybody is silent. What is forgotten
    // is asked of the server again.
    keptDays: 400,
    owner: () => undefined,
  },
  sendings: {
    ...firstVersion("matrix-sendings", "stored-sendings"),
    read: (json) => sendingShape.parse(json),
    keptDays: 7,
    isPassing: true,
    owner: ({ owner }) => owner,
    without: withoutCalled,
  },
  sent: {
    ...firstVersion("matrix-sent", "stored-sent"),
    read: (json) => sentShape.parse(json),
    // Longer than a message waits in the outbox, so that none is sent twice.
    keptDays: 8,
    lastUsed: sentUsedAt,
    owner: ({ asker }) => asker && personKey(platformName, asker),
  },
  unread: {
    ...firstVersion("matrix-unread", "stored-unread"),
    read: (json) => unreadShape.parse(json),
    keptDays: 1,
    owner: ({ owner }) => owner,
  },
  place: {
    ...firstVersion("matrix-place", "stored-place"),
    read: (json) => placeShape.parse(json),
    keptDays: 400,
    owner: () => undefined,
  },
};

/** The same in a list, for the store, the purge, "forget me" and the printed policy. */
export const matrixKinds: readonly AnyDocumentType[] = [
  amongOthers(matrixDocuments.rooms),
  amongOthers(matrixDocuments.sendings),
  amongOthers(matrixDocuments.sent),
  amongOthers(matrixDocuments.unread),
  amongOthers(matrixDocuments.place),
];

/** What was made ready in clear names whom it calls: it is made anew, and the server takes it once all the same. */
function withoutCalled(sending: Sending, person: string): Sending | undefined {
  const reply = withoutMention(sending.reply, person);
  if (!reply) return undefined;
  const isEncrypted = sending.sealed?.type === "m.room.encrypted";
  return { ...sending, reply, sealed: isEncrypted ? sending.sealed : undefined };
}

function lastUsed({ at }: { readonly at: string }): string {
  return at;
}

function firstVersion<const D extends string>(collection: string, description: D) {
  return { collection, description, version: 1, migrations: [], lastUsed } as const;
}

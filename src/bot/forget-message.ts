import { personKey } from "../model/address.ts";
import type { Conversation } from "../model/conversation.ts";
import type { Deletion } from "../model/incoming-message.ts";
import type { Reply } from "../model/reply.ts";
import type { OutboxRow } from "../model/outbox-row.ts";
import type { KeptQuestion } from "../model/kept-question.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";
import { withdrawals } from "./address-replies.ts";
import { eventHash } from "./handled-events.ts";
import { rewind } from "./open-turn.ts";
import { withoutWords } from "./question-words.ts";
import { isOfTurn, turnKeyOf } from "./turn-key.ts";

/** What forgetting a message takes, of one person. */
export interface Forgetting {
  /** Key of the person who wrote it. */
  readonly owner: string;
  readonly changes: readonly Change[];
  /** Withdrawals of what was answered. */
  readonly replies: readonly Reply[];
}

/**
 * What makes a message forgotten: the question it asked, where it waits and where it was kept for
 * curators, and its answer while that is the last one. Nothing for whoever holds nothing of it.
 */
export async function forgetMessage(
  deletion: Deletion,
  parts: Parts,
): Promise<readonly Forgetting[]> {
  const found = await findMessage(deletion, parts);
  const owners = new Set([
    ...found.kept.map(({ document }) => document.owner),
    ...found.holding.map(({ document }) => ownerOf(document)),
    ...found.unsent.flatMap(({ document }) => document.owner ?? []),
  ]);
  return [...owners].map((owner) => forgetOf(owner, found, { deletion, parts }));
}

/** Where a message is looked for. */
interface Parts {
  readonly store: Store;
  readonly documents: StoredDocuments;
}

/** Where a message was found. */
interface Found {
  /** The hash that names it. */
  readonly message: string;
  readonly kept: readonly { id: string; document: KeptQuestion }[];
  /** Conversations that hold its words, or stand where it brought them. */
  readonly holding: readonly { id: string; document: Conversation }[];
  /** Answers to it that did not go out yet. */
  readonly unsent: readonly { id: string; document: OutboxRow }[];
}

async function findMessage(
  { address, deletes }: Deletion,
  { store, documents }: Parts,
): Promise<Found> {
  const message = eventHash({ address, id: deletes });
  const turn = turnKeyOf(address, deletes);
  // By name: most of what is taken away was never said to us, and costs no more than a look.
  const kept = (await store.list(documents.keptQuestions, [message, turn])).filter(
    ({ id, document }) => document.askedIn === message || isOfTurn(id, turn),
  );
  // A question that waits nowhere any more was one all the same when it was kept.
  const isAsker = (owner: string) =>
    kept.some(({ id, document }) => isOfTurn(id, turn) && document.owner === owner);
  const holding = (await store.list(documents.conversations, [message])).filter(
    ({ document }) =>
      document.questionFrom === message ||
      (document.lastTurn?.message === message && isAsker(ownerOf(document))),
  );
  const unsent = (await store.list(documents.outbox, [deletes])).filter(
    ({ document: { reply } }) =>
      reply.inReplyTo?.id === deletes &&
      reply.to.platform === address.platform &&
      reply.to.room === address.room,
  );
  return { message, kept, holding, unsent };
}

function forgetOf(
  owner: string,
  found: Found,
  { deletion, parts }: { readonly deletion: Deletion; readonly parts: Parts },
): Forgetting {
  const { documents } = parts;
  const { message } = found;
  const kept = found.kept.filter(({ document }) => document.owner === owner);
  const holding = found.holding.filter(({ document }) => ownerOf(document) === owner);
  const unsent = found.unsent.filter(({ document }) => document.owner === owner);
  const shown = holding.flatMap(({ document: { lastTurn } }) =>
    lastTurn?.message === message ? lastTurn.shown : [],
  );
  // In the place of a correction that did not go out, what it was to replace still stands.
  const replaced = unsent.flatMap(({ document: { reply } }) => reply.replaces ?? []);
  return {
    owner,
    changes: [
      ...kept.map(({ id }) => remove(documents.keptQuestions, id)),
      ...holding.map(({ id, document }) =>
        put(documents.conversations, id, without(message, document)),
      ),
      ...unsent.map(({ id }) => remove(documents.outbox, id)),
    ],
    replies: withdrawals([...new Set([...replaced, ...shown])], deletion),
  };
}

/** The conversation as if the message had not been written, as far as it goes back. */
function without(message: string, conversation: Conversation): Conversation {
  if (conversation.lastTurn?.message === message) return rewind(conversation);
  return { ...conversation, mode: withoutWords(conversation.mode), questionFrom: undefined };
}

function ownerOf({ platform, person }: Conversation): string {
  return personKey(platform, person);
}

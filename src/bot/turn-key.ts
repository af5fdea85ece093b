import { messageKey } from "../delivery/message-key.ts";
import type { Address } from "../model/address.ts";
import type { DocumentType } from "../model/document-type.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { remove, type Change, type Store } from "../ports/store.ts";

/** Names the turn a message led to; what it stored has ids that begin with it. */
export function turnKeyOf({ platform, room }: Address, message: string): string {
  return messageKey(platform, room, message);
}

/** Whether a stored document comes from a turn. */
export function isOfTurn(id: string, turnKey: string): boolean {
  return id.startsWith(`${turnKey}.`);
}

/** The changes that undo what a turn stored, so that it can be taken anew. */
export async function undoEffects(
  turnKey: string,
  store: Store,
  { keptQuestions, judgements, themeWishes }: StoredDocuments,
): Promise<Change[]> {
  const ofTurn = async <T>(type: DocumentType<T>) =>
    (await store.list(type))
      .filter(({ id }) => isOfTurn(id, turnKey))
      .map(({ id }) => remove(type, id));
  const found = [ofTurn(keptQuestions), ofTurn(judgements), ofTurn(themeWishes)];
  return (await Promise.all(found)).flat();
}

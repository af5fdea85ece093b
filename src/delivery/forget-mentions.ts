import { directToPerson } from "../model/address.ts";
import { withoutMention } from "../model/without-mention.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { put, type Store } from "../ports/store.ts";
import type { Turns } from "../ports/turns.ts";

/** What forgetting needs. */
export interface ForgettingParts {
  readonly store: Store;
  readonly documents: Pick<StoredDocuments, "outbox">;
  /** Where each message for a room has its turns under its key, as in `Announcing`. */
  readonly queue: Turns;
}

/** Takes who had everything erased out of the messages that wait for rooms and call them. @param owner see `personKey` */
export async function forgetMentions(
  owner: string,
  { store, documents, queue }: ForgettingParts,
): Promise<void> {
  const { person = "" } = directToPerson(owner);
  const found = await store.list(documents.outbox, [JSON.stringify(person)]);
  const calling = found.filter(({ document }) => withoutMention(document.reply, owner));
  await Promise.all(
    calling.map(({ id }) =>
      queue.run(id, async () => {
        const row = await store.get(documents.outbox, id);
        const reply = row && withoutMention(row.reply, owner);
        if (reply) await store.write([put(documents.outbox, id, { ...row, reply })]);
      }),
    ),
  );
}

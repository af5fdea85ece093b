import type { Deletion } from "../../../../model/incoming-message.ts";
import type { HandoffParts } from "../../handoff-parts.ts";
import type { RequestBook } from "../../request-book.ts";
import { sourceOfMessage, withoutDraft } from "./keep-draft.ts";

/** Drafts made from a message that was taken away go with it: nothing of it may be given any more. */
export async function forgetDrafts(
  { address, deletes }: Deletion,
  { store, queue, knowledge }: Pick<HandoffParts, "store" | "queue" | "knowledge">,
  book: RequestBook,
): Promise<void> {
  const { documents } = knowledge();
  const source = sourceOfMessage({ address, id: deletes });
  const found = await store.list(documents.requestMessages, [JSON.stringify(source)]);
  for (const { document } of found) {
    const { request: id, owner = "", position } = document;
    if (position !== 0 || document.source !== source) continue;
    // One after the other: each holds its request. Its writer's own turn may be under way.
    // oxlint-disable-next-line no-await-in-loop
    await queue.run(owner, () =>
      book.holding([id], async () => {
        const draft = await book.get(id);
        const [words] = await book.messages(id);
        if (draft?.state.kind !== "draft" || words?.source !== source) return;
        await store.write(withoutDraft(draft, documents));
      }),
    );
  }
}

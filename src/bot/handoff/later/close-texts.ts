import { messageId, type RequestMessage } from "../../../model/request-message.ts";
import { remove, type Change } from "../../../ports/store.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import type { RequestBook } from "../request-book.ts";

/**
 * What begins the three months after which the texts of a request are erased: for whoever closes it, refers it
 * or puts it aside for good. Called while it is held. Source: HANDOFF.md, 11.
 * @param id of the request
 */
export async function closeTexts(id: string, now: Date, book: RequestBook): Promise<Change[]> {
  const closedAt = now.toISOString();
  return changed(id, book, (message) => ({ ...message, closedAt }));
}

/** The texts of a request that is taken up again are kept for as long as it goes on. Called while it is held. */
export async function reopenTexts(id: string, book: RequestBook): Promise<Change[]> {
  return changed(id, book, (message) => ({ ...message, closedAt: undefined }));
}

/** The texts of a request that its asker withdrew are erased at once. Called while it is held. */
export async function dropTexts(
  id: string,
  book: RequestBook,
  { knowledge }: Pick<HandoffParts, "knowledge">,
): Promise<Change[]> {
  const { requestMessages } = knowledge().documents;
  const said = await book.messages(id);
  return said.map(({ position }) => remove(requestMessages, messageId(id, position)));
}

async function changed(
  id: string,
  book: RequestBook,
  change: (message: RequestMessage) => RequestMessage,
): Promise<Change[]> {
  const said = await book.messages(id);
  return said.flatMap((message) => {
    const after = change(message);
    return after.closedAt === message.closedAt ? [] : [book.keep(after)];
  });
}

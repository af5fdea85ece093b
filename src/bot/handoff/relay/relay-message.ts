import { eventHash } from "../../handled-events.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import type { Language } from "../../../model/language.ts";
import type { RelayedFile, RequestMessage } from "../../../model/request-message.ts";
import type { Request } from "../../../model/request.ts";
import { isShownAs } from "./find-relayed.ts";
import { shelfId } from "./message-replies.ts";
import { receiveFiles } from "./receive-files.ts";
import { editRelayed } from "./relay-edit.ts";
import { unchanged, type Relayed, type RelayHands } from "./relay-hands.ts";
import { rowsOf } from "./rows-of.ts";

/** What somebody says to the other side. */
export interface Speech {
  readonly message: IncomingMessage;
  /** What of it crosses; Markdown. */
  readonly text: string;
  readonly by:
    | { readonly direction: "in"; readonly author: "asker" }
    | { readonly direction: "out"; readonly author: "adviser"; readonly adviser: string };
  /** What who speaks reads. */
  readonly language: Language;
  /** Files that were looked into and put on the shelf before; those of the message unless given. */
  readonly files?: readonly RelayedFile[] | undefined;
  /** What becomes of the request. @param count how many messages it has then */
  readonly after: (count: number) => Request;
}

/**
 * Carries one message over: stored, on its way, or waiting for its thread. The same event again changes nothing,
 * one that corrects a message carried over corrects it there.
 */
export async function relayMessage(
  request: Request,
  { message, text, by, language, files: given, after }: Speech,
  hands: RelayHands,
): Promise<Relayed> {
  const { parts, book, now } = hands;
  // Of bots, nothing crosses: they would answer one another.
  if (message.isFromBot) return unchanged(request);
  const said = await book.messages(request.id);
  const source = eventHash({ address: message.address, id: message.edits ?? message.id });
  const known = said.find((one) => one.source === source);
  if (known && message.edits !== undefined) {
    return editRelayed({ request, message: known }, { event: message.id, text }, hands);
  }
  if (known) return unchanged(request);
  // A page or a model was pressed for: it stands nowhere as a message of theirs to sign or to correct.
  const isTheirs = by.direction === "in" || message.pressed === undefined;
  const fresh: RequestMessage = {
    request: request.id,
    owner: request.asker?.person,
    position: request.messages,
    ...by,
    text,
    files: [],
    repliesTo: answered(message, said),
    source,
    sourceId: isTheirs ? (message.edits ?? message.id) : undefined,
    keys: [],
    state: "pending",
    isEdited: false,
    at: (message.sentAt < now ? message.sentAt : now).toISOString(),
  };
  const tell = parts.knowledge().tell(language);
  const received = given
    ? { files: given, drafts: [] }
    : await receiveFiles(message.files ?? [], (at) => shelfId(fresh, at), { parts, tell });
  const { files, drafts } = received;
  if (text.trim() === "" && files.length === 0) return { ...unchanged(request), drafts };
  const changed = after(request.messages + 1);
  const { message: kept, rows } = rowsOf({ ...fresh, files }, changed, said, hands);
  const changes = [book.change(request, changed), book.keep(kept), ...rows];
  if (changed.state.kind !== request.state.kind) {
    const who = by.direction === "in" ? "asker" : by.adviser;
    changes.push(book.record(changed, changed.state.kind, who, now));
  }
  return { request: changed, changes, drafts };
}

/** The position of what a message is a reply to, whichever side it was typed on. */
function answered(
  { repliesTo }: IncomingMessage,
  said: readonly RequestMessage[],
): number | undefined {
  if (!repliesTo) return undefined;
  const { id } = repliesTo;
  return said.find((one) => one.sourceId === id || isShownAs(one, id))?.position;
}

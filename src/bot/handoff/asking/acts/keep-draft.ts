import { directTo } from "../../../../model/address.ts";
import type { HandoffEffect } from "../../../../model/handoff-effect.ts";
import { messageId, type RequestMessage } from "../../../../model/request-message.ts";
import type { IncomingMessage } from "../../../../model/incoming-message.ts";
import type { Asker, Request } from "../../../../model/request.ts";
import { remove, type Change } from "../../../../ports/store.ts";
import { eventHash } from "../../../handled-events.ts";
import { wordsIn } from "../../../question-words.ts";
import { withoutSecrets } from "../masked-draft.ts";
import { nothingAbout, type AboutHandoff, type Acting, type Asking } from "../../acting.ts";

type Act<Kind extends HandoffEffect["kind"]> = Extract<HandoffEffect, { kind: Kind }>;

/** Stores a draft and its words, which are sealed; a new one gets its id here. */
export async function keepDraft(
  { draft, text }: Act<"keep-draft">,
  { who, parts, book }: Acting,
): Promise<AboutHandoff> {
  const before = draft.id === "" ? undefined : await book.get(draft.id);
  if (before && before.state.kind !== "draft") return nothingAbout;
  const id = before?.id ?? parts.newCode(ID_LENGTH);
  const at = who.now.toISOString();
  const after: Request = {
    ...draft,
    id,
    asker: before?.asker ?? askerOf(who),
    revision: (before?.revision ?? 0) + 1,
    updatedAt: at,
  };
  const source = await sourceOf(text, before, { who, parts, book });
  const words = wordsOf(after, { direction: "draft", text, at, source });
  return { changes: [book.change(before, after), book.keep(words)], drafts: [] };
}

/** Names the message the words were typed in, so that they go when it does. */
async function sourceOf(
  text: string,
  before: Request | undefined,
  { who, parts, book }: Acting,
): Promise<string | undefined> {
  const known = before && (await book.messages(before.id))[0];
  if (known?.text === text) return known.source;
  const asked = withoutSecrets(wordsIn(who.before.mode), parts.knowledge().tell(who.language));
  return asked === text ? who.before.questionFrom : sourceOfMessage(who.message);
}

/** Names a message, whichever correction of it is read. */
export function sourceOfMessage({
  address,
  id,
  edits,
}: Pick<IncomingMessage, "address" | "id" | "edits">): string {
  return eventHash({ address, id: edits ?? id });
}

/** Nothing was given: the draft goes, and its words with it. */
export async function dropDraft(
  { request: id }: Act<"drop-draft">,
  { parts, book }: Acting,
): Promise<AboutHandoff> {
  const draft = await book.get(id);
  if (draft?.state.kind !== "draft") return nothingAbout;
  return { changes: withoutDraft(draft, parts.knowledge().documents), drafts: [] };
}

/** What takes a draft away. */
export function withoutDraft(
  { id }: Request,
  { requests, requestMessages }: ReturnType<Acting["parts"]["knowledge"]>["documents"],
): Change[] {
  return [remove(requests, id), remove(requestMessages, messageId(id, 0))];
}

/** Characters of an id: nobody can guess it. */
export const ID_LENGTH = 20;

/** Who asks, and where they read: in private, wherever they spoke. */
function askerOf({ person, language, address, message }: Asking): Asker {
  const answerIn = address.isDirect ? address : directTo(address.platform, message.from);
  return { person, answerIn, language };
}

/** The first message of a request: what was asked. */
export function wordsOf(
  { id, asker }: Request,
  said: Pick<RequestMessage, "direction" | "text" | "at" | "source">,
): RequestMessage {
  return {
    request: id,
    owner: asker?.person,
    position: 0,
    author: "asker",
    files: [],
    keys: [],
    state: "sent",
    isEdited: false,
    ...said,
  };
}

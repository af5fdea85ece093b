import { messageKey } from "../../delivery/message-key.ts";
import type { ContentDraft, DraftDesk } from "../../model/content-draft.ts";
import type { Language } from "../../model/language.ts";
import type { Reply, ReplyDraft } from "../../model/reply.ts";
import { put, type Change } from "../../ports/store.ts";
import { replyTo } from "../seat-notices.ts";
import type { CurationParts } from "./curation-parts.ts";

/** A draft and its id in the store. */
export interface StoredDraft {
  readonly id: string;
  readonly draft: ContentDraft;
}

/** Drafts as they are stored, and what is said where they are written. */
export class DraftBook {
  readonly #parts: Pick<CurationParts, "store" | "knowledge" | "delivery" | "clock">;

  constructor(parts: Pick<CurationParts, "store" | "knowledge" | "delivery" | "clock">) {
    this.#parts = parts;
  }

  async all(): Promise<readonly StoredDraft[]> {
    const { store, knowledge } = this.#parts;
    const found = await store.list(knowledge().documents.contentDrafts);
    return found.map(({ id, document }) => ({ id, draft: document }));
  }

  async get(id: string): Promise<ContentDraft | undefined> {
    const { store, knowledge } = this.#parts;
    return store.get(knowledge().documents.contentDrafts, id);
  }

  /** The change that stores a draft, as of now. */
  keep(id: string, draft: ContentDraft): Change {
    const at = this.#parts.clock.now().toISOString();
    return put(this.#parts.knowledge().documents.contentDrafts, id, { ...draft, at });
  }

  /** Stores what became of a draft and says it where it is written, both or neither. */
  async tell(
    { id, draft }: StoredDraft,
    said: readonly ReplyDraft[],
    changes: readonly Change[] = [],
  ): Promise<void> {
    const after = { ...draft, cards: draft.cards + said.length };
    const replies = said.map((one, at) =>
      replyAt(draft.desk, one, draft.language, cardKey(id, draft.cards + at)),
    );
    const { store, delivery } = this.#parts;
    await store.write([this.keep(id, after), ...delivery.leave(undefined, replies), ...changes]);
    await delivery.send(replies);
  }
}

/** The place of a message among those shown about a draft; undefined when it is none of them. */
export function placeOfCard(
  key: string | undefined,
  { id, draft: { cards } }: StoredDraft,
): number | undefined {
  if (key === undefined) return undefined;
  const place = Array.from({ length: cards }, (_, at) => cardKey(id, at)).indexOf(key);
  return place === -1 ? undefined : place;
}

function cardKey(id: string, at: number): string {
  return messageKey("sheet", id, at);
}

/** A message to where a draft is written. */
export function replyAt(
  { platform, room, thread }: DraftDesk,
  draft: ReplyDraft,
  language: Language,
  key: string,
): Reply {
  return { ...replyTo({ platform, room, isDirect: false }, draft, language, key), thread };
}

import { personKey, type Address } from "../model/address.ts";
import type { Conversation } from "../model/conversation.ts";
import { mentionWishId, wishesIn, type MentionWish } from "../model/mention-wish.ts";
import { MOST_MENTIONED, say, type ReplyDraft } from "../model/reply.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import type { MentionEffect } from "../model/turn.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";
import type { CountedStore } from "./counted-store.ts";
import type { Knowledge } from "./knowledge.ts";

/** Who asked to be called by name where, read again only when somebody asked since. */
export class MentionWishes {
  readonly #store: CountedStore;
  readonly #documents: Pick<StoredDocuments, "mentionWishes">;
  #read:
    { readonly writes: number; readonly byRoom: ReadonlyMap<string, MentionWish[]> } | undefined;

  constructor(store: CountedStore, documents: Pick<StoredDocuments, "mentionWishes">) {
    this.#store = store;
    this.#documents = documents;
  }

  /** The platform's own ids of those a message about some themes calls in a room. */
  async calledIn(to: Address, themes: readonly string[]): Promise<readonly string[]> {
    if (to.isDirect) return [];
    const wishes = (await this.#byRoom()).get(nameOf(to)) ?? [];
    return wishesIn(to, themes, wishes)
      .slice(0, MOST_MENTIONED)
      .map(({ person }) => person);
  }

  async #byRoom(): Promise<ReadonlyMap<string, readonly MentionWish[]>> {
    const { mentionWishes } = this.#documents;
    const writes = this.#store.writesOf(mentionWishes.collection);
    if (this.#read?.writes === writes) return this.#read.byRoom;
    const byRoom = new Map<string, MentionWish[]>();
    for (const { document } of await this.#store.list(mentionWishes)) {
      const name = nameOf(document);
      const others = byRoom.get(name);
      if (others) others.push(document);
      else byRoom.set(name, [document]);
    }
    this.#read = { writes, byRoom };
    return byRoom;
  }
}

function nameOf({ platform, room }: Pick<Address, "platform" | "room">): string {
  return JSON.stringify([platform, room]);
}

/** Notes, or ends, that somebody wants to be called by name in the room of a conversation. */
export async function noteMentionWish(
  { themes }: MentionEffect,
  { conversation, now }: { readonly conversation: Conversation; readonly now: Date },
  { store, knowledge }: { readonly store: Store; readonly knowledge: Knowledge },
): Promise<{ readonly changes: readonly Change[]; readonly replies: readonly ReplyDraft[] }> {
  const { mentionWishes } = knowledge.documents;
  const { platform, room, person, language } = conversation;
  const tell = knowledge.tell(language);
  const id = mentionWishId({ platform, room, person });
  if (!themes) {
    const known = await store.get(mentionWishes, id);
    const words = say(tell(known ? "mention-ended" : "mention-none"));
    return { changes: known ? [remove(mentionWishes, id)] : [], replies: [words] };
  }
  const stored = await store.list(mentionWishes, [JSON.stringify(room)]);
  const others = stored
    .map(({ document }) => document)
    .filter((one) => one.platform === platform && one.room === room && one.person !== person);
  const wish = { platform, room, person, themes, at: now.toISOString() };
  const named = knowledge.library.themes.filter((theme) => themes.includes(theme.id));
  const about =
    named.map(({ name }) => name[language]).join(", ") || tell("subscription-every-theme");
  const words = [
    tell("mention-noted", { themes: about }),
    others.length >= MOST_MENTIONED ? tell("mention-many", { count: MOST_MENTIONED }) : "",
  ];
  return {
    changes: [put(mentionWishes, id, { owner: personKey(platform, person), ...wish })],
    replies: [say(words.filter((line) => line !== "").join("\n\n"))],
  };
}

import { z } from "zod";
import type { Address } from "./address.ts";
import type { DocumentType } from "./document-type.ts";

/** That somebody asked to be called by name in the announcements of one room. */
export interface MentionWish {
  /** Key of the person, see `personKey`. */
  readonly owner: string;
  readonly platform: string;
  readonly room: string;
  /** The platform's own id of the person. */
  readonly person: string;
  /** Ids of themes; empty for every theme. */
  readonly themes: readonly string[];
  /** UTC instant (ISO 8601) they asked. */
  readonly at: string;
}

/** Names the wish of one person in one room. */
export function mentionWishId({
  platform,
  room,
  person,
}: Pick<MentionWish, "platform" | "room" | "person">): string {
  return JSON.stringify([platform, room, person]);
}

/** Those a message about some themes calls in a room, who asked first first; each once. */
export function wishesIn(
  { platform, room }: Pick<Address, "platform" | "room">,
  themes: readonly string[],
  wishes: readonly MentionWish[],
): readonly MentionWish[] {
  return wishes
    .filter((wish) => wish.platform === platform && wish.room === room)
    .filter((wish) => wish.themes.length === 0 || wish.themes.some((id) => themes.includes(id)))
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

/** Wishes to be called by name, each under its `mentionWishId`. */
export const mentionWishType: DocumentType<MentionWish> = {
  collection: "mention-wishes",
  description: "stored-mention-wishes",
  version: 1,
  migrations: [],
  read: (json) => mentionWishSchema.parse(json),
  // From when they asked: after two years it is asked for again.
  keptDays: 730,
  lastUsed: ({ at }) => at,
  owner: ({ owner }) => owner,
};

const mentionWishSchema = z.strictObject({
  owner: z.string(),
  platform: z.string(),
  room: z.string(),
  person: z.string(),
  themes: z.array(z.string()),
  at: z.iso.datetime(),
});

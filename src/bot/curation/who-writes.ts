import { personKey } from "../../model/address.ts";
import type { ContentDraft } from "../../model/content-draft.ts";
import type { Directory } from "../../model/directory.ts";
import type { IncomingMessage } from "../../model/incoming-message.ts";
import type { HandoffParts } from "../handoff/handoff-parts.ts";
import { standingId } from "../handoff/hold-standings.ts";

/**
 * Who writes about a draft: the id of an adviser, or the key of a coordinator or curator; undefined for anybody
 * else, who has no say in it.
 */
export function whoWrites(
  { address, from, roles }: Pick<IncomingMessage, "address" | "from" | "roles">,
  { advisers, coordinations, curatorsRoom }: Directory,
  { desk }: Pick<ContentDraft, "desk">,
): string | undefined {
  const isThem = (account: { readonly platform: string; readonly person: string }) =>
    account.platform === address.platform && account.person === from;
  const adviser = advisers.find(({ accounts }) => accounts.some(isThem));
  if (adviser) return adviser.id;
  const coordinates =
    roles.includes("coordinator") ||
    coordinations.some(({ coordinators }) => coordinators.some(isThem));
  // Who is in the curators' room is one of them.
  const curates = curatorsRoom?.platform === desk.platform && curatorsRoom.room === desk.room;
  return coordinates || curates ? personKey(address.platform, from) : undefined;
}

/** Whether who writes takes no part any more. @param who as `whoWrites` tells them */
export async function isSuspended(
  who: string,
  { store, knowledge }: Pick<HandoffParts, "store" | "knowledge">,
): Promise<boolean> {
  const standing = await store.get(knowledge().documents.standings, standingId("adviser", who));
  return standing?.isSuspended === true;
}

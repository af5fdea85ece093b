import { messageKey } from "../../delivery/message-key.ts";
import { directTo, personKey } from "../../model/address.ts";
import type { Adviser, Team, TeamRoom } from "../../model/directory.ts";
import type { Language } from "../../model/language.ts";
import type { ReplyDraft } from "../../model/reply.ts";
import type { Request } from "../../model/request.ts";
import type { Change } from "../../ports/store.ts";
import { replyTo } from "../seat-notices.ts";
import type { HandoffParts } from "./handoff-parts.ts";

/** A message of the assistant about a request: the same name twice shows one message. */
export interface Told {
  readonly draft: ReplyDraft;
  /** What it is, and of which occasion: "claimed.3". */
  readonly name: string;
  /** Not before; undefined for at once. */
  readonly notBefore?: Date | undefined;
}

type Parts = Pick<HandoffParts, "delivery">;

/** The outbox row of what its asker is told where they asked; none once they are erased. */
export function tellAsker(
  { id, asker }: Request,
  { draft, name, notBefore }: Told,
  { delivery }: Parts,
): Change[] {
  if (!asker) return [];
  const key = messageKey("handoff", id, "asker", name);
  const reply = replyTo(asker.answerIn, draft, asker.language, key);
  return delivery.leave(asker.person, [reply], notBefore);
}

/** The outbox row of what a team is told in the thread of a request; in its room while no thread is known. */
export function tellThread(
  { id, offers, asker }: Request,
  team: Team,
  { draft, name, notBefore }: Told,
  { delivery }: Parts,
): Change[] {
  const thread = offers.findLast((offer) => offer.team === team.id)?.shownAs;
  const key = messageKey("handoff", id, "team", team.id, name);
  const reply = { ...replyTo(addressOf(team.room), draft, team.language, key), thread };
  // What waits goes when its asker wants nothing kept.
  return delivery.leave(undefined, [reply], notBefore, asker?.person);
}

/** The outbox row of what a room is told. @param about names what it is of, beside the name */
export function tellRoom(
  room: TeamRoom,
  language: Language,
  about: string,
  { draft, name, notBefore }: Told,
  { delivery }: Parts,
): Change[] {
  const key = messageKey("handoff", about, "room", room.platform, room.room, name);
  return delivery.leave(undefined, [replyTo(addressOf(room), draft, language, key)], notBefore);
}

/** The outbox row of what an adviser, or a coordinator, is told in private. */
export function tellAdviser(
  { accounts }: Pick<Adviser, "accounts">,
  language: Language,
  about: string,
  { draft, name, notBefore }: Told,
  { delivery }: Parts,
): Change[] {
  const [account] = accounts;
  if (!account) return [];
  const to = directTo(account.platform, account.person);
  const key = messageKey("handoff", about, account.platform, account.person, name);
  const owner = personKey(account.platform, account.person);
  return delivery.leave(owner, [replyTo(to, draft, language, key)], notBefore);
}

/** A room that several people read. */
export function addressOf({ platform, room }: TeamRoom) {
  return { platform, room, isDirect: false } as const;
}

import type { DeskTalk } from "../../../model/desk-talk.ts";
import type { Adviser, Team } from "../../../model/directory.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { ReplyDraft } from "../../../model/reply.ts";
import type { Request } from "../../../model/request.ts";
import { freshStanding, type Standing } from "../../../model/standing.ts";
import { put, type Change } from "../../../ports/store.ts";
import { eventHash } from "../../handled-events.ts";
import { replyTo } from "../../seat-notices.ts";
import { messageKey } from "../../../delivery/message-key.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import { standingId } from "../hold-standings.ts";
import type { RequestBook } from "../request-book.ts";
import { tellThread } from "../tell-people.ts";

/** Something an adviser said in the room of a team, and what acting on it needs. */
export interface Desk {
  readonly message: IncomingMessage;
  readonly adviser: Adviser;
  /** The team whose room it is. */
  readonly team: Team;
  /** In the language of that team. */
  readonly tell: Tell;
  readonly parts: HandoffParts;
  readonly book: RequestBook;
  readonly now: Date;
}

/** The same about a request, which is held. */
export interface RequestDesk extends Desk {
  readonly request: Request;
  /** What is under way with this adviser about it. */
  readonly talk?: DeskTalk | undefined;
}

/** Words to where they spoke; those about a request go in its thread. @param what names them among those of one message */
export function answer(desk: Desk | RequestDesk, draft: ReplyDraft, what = "answer"): Change[] {
  const { message, team, parts } = desk;
  const name = `${eventHash(message)}.${what}`;
  if ("request" in desk) return tellThread(desk.request, team, { draft, name }, parts);
  const key = messageKey("desk", name);
  const reply = { ...replyTo(message.address, draft, team.language, key), thread: message.thread };
  return parts.delivery.leave(undefined, [reply]);
}

/** What an adviser or a team said in chat. @param id of the directory */
export async function standingOf(
  of: Standing["of"],
  id: string,
  { parts, now }: Pick<Desk, "parts" | "now">,
): Promise<Standing> {
  const { store, knowledge } = parts;
  const found = await store.get(knowledge().documents.standings, standingId(of, id));
  return found ?? freshStanding(of, now);
}

/** The change that stores what they said on top of it. Called while it is held: see `holdStandings`. */
export async function changeStanding(
  of: Standing["of"],
  id: string,
  changes: Partial<Standing>,
  desk: Pick<Desk, "parts" | "now">,
): Promise<Change> {
  const before = await standingOf(of, id, desk);
  const { standings } = desk.parts.knowledge().documents;
  const updatedAt = desk.now.toISOString();
  return put(standings, standingId(of, id), { ...before, ...changes, updatedAt });
}

/** Somebody of the directory, as colleagues call them. */
export function nameOf(adviser: string | undefined, { parts }: Pick<Desk, "parts">): string {
  const { advisers } = parts.knowledge().library.directory;
  return advisers.find(({ id }) => id === adviser)?.name ?? adviser ?? "";
}

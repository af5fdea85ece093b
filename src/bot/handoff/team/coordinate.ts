import { messageKey } from "../../../delivery/message-key.ts";
import { changeState } from "../../../handoff/change-state.ts";
import type { Adviser, Coordination } from "../../../model/directory.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import { say, type ReplyDraft } from "../../../model/reply.ts";
import { holderOf, isOpen, numberOf } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { readAdviserWords } from "../../../understanding/handoff/read-adviser-words.ts";
import { eventHash, recordEvent } from "../../handled-events.ts";
import { replyTo } from "../../seat-notices.ts";
import { holdStandings, standingId } from "../hold-standings.ts";
import { wishNotice } from "../later/notice-asker.ts";
import { tellThread } from "../tell-people.ts";
import { changeStanding, type Desk } from "./desk.ts";
import { findTarget } from "./find-target.ts";
import { charterDraft } from "./charter-draft.ts";
import { lookAtReports, unblock } from "./reports.ts";

type Coordinating = Pick<Desk, "parts" | "book" | "now">;

/**
 * What coordinators do in their room: suspend an adviser, look at blocked people two at a time, unblock.
 * @returns whether it was that
 */
export async function coordinate(
  message: IncomingMessage,
  coordination: Coordination,
  desk: Coordinating,
): Promise<boolean> {
  const words = readAdviserWords(message.pressed ?? message.text);
  const who = coordination.coordinators.find(
    ({ platform, person }) => platform === message.address.platform && person === message.from,
  );
  if (!words || !who) return false;
  const write = async (changes: readonly Change[], draft: ReplyDraft) => {
    const { store, knowledge, delivery } = desk.parts;
    const { settings, documents } = knowledge();
    const key = messageKey("desk-coordinate", eventHash(message));
    const reply = {
      ...replyTo(message.address, draft, settings.language, key),
      thread: message.thread,
    };
    await store.write([
      ...changes,
      ...delivery.leave(undefined, [reply]),
      recordEvent(message, documents, desk.now),
    ]);
    return true;
  };
  switch (words.act) {
    case "suspend":
      return suspend(words, desk, write);
    case "reports":
    case "see-reports": {
      const seen = await lookAtReports(words.act, { message, who, ...desk });
      return write(seen.changes, seen.draft);
    }
    case "unblock":
      return unblock(words.number, { who, ...desk }, write);
    case "charter": {
      const { library, settings, tell } = desk.parts.knowledge();
      const { language } = settings;
      return write([], charterDraft(library.directory, language, tell(language)));
    }
    case "absent":
    case "answer":
    case "back":
    case "commands":
    case "correct":
    case "decline":
    case "figures":
    case "model":
    case "my-load":
    case "note":
    case "overload":
    case "page":
    case "priority":
    case "release":
    case "reopen":
    case "report":
    case "resolve":
    case "send":
    case "show-name":
    case "take":
    case "transfer":
    case "wait":
    case "workshop":
      return false;
  }
}

/** Writes what was decided with what the room reads. */
export type Write = (changes: readonly Change[], draft: ReplyDraft) => Promise<boolean>;

/** A suspended adviser loses everything at once: what they held is anybody's again. Source: HANDOFF.md, 11. */
async function suspend(
  { who: said, isSuspended }: { readonly who: string; readonly isSuspended: boolean },
  desk: Coordinating,
  write: Write,
): Promise<boolean> {
  const { parts, book } = desk;
  const { library, settings, tell: tellIn } = parts.knowledge();
  const tell = tellIn(settings.language);
  const adviser = findTarget(said, library.directory)?.adviser;
  if (!adviser) return write([], say(tell("hd-nobody-called", { name: said })));
  const held = isSuspended
    ? (await book.all()).filter((one) => isOpen(one) && holderOf(one) === adviser.id)
    : [];
  return book.holding(
    held.map(({ id }) => id),
    () =>
      holdStandings([standingId("adviser", adviser.id)], parts, async () => {
        const standing = await changeStanding("adviser", adviser.id, { isSuspended }, desk);
        const released = await Promise.all(held.map(({ id }) => releasedFrom(id, adviser, desk)));
        const draft = say(
          tell(isSuspended ? "hd-suspended-now" : "hd-reinstated", {
            who: adviser.name,
            count: held.length,
          }),
        );
        return write([standing, ...released.flat()], draft);
      }),
  );
}

async function releasedFrom(
  id: string,
  adviser: Adviser,
  { parts, book, now }: Coordinating,
): Promise<readonly Change[]> {
  const request = await book.get(id);
  if (!request || holderOf(request) !== adviser.id) return [];
  const since = now.toISOString();
  const freed = changeState(request, { kind: "queued", since }, now, { asks: undefined });
  if (!freed) return [];
  const after = wishNotice(freed, "looking-again", now);
  const knowledge = parts.knowledge();
  const team = knowledge.library.directory.teams.find((one) => one.id === request.team);
  const draft = say(
    knowledge.tell(team?.language ?? "fr")("hd-released", {
      who: adviser.name,
      number: numberOf(after),
    }),
  );
  return [
    book.change(request, after),
    book.record(after, "released", "bot", now),
    ...(team ? tellThread(after, team, { draft, name: `suspended.${after.revision}` }, parts) : []),
  ];
}

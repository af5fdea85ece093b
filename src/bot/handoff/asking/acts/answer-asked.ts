import { changeState, revise } from "../../../../handoff/change-state.ts";
import { tellPlaces } from "../../../../handoff/places/tell-places.ts";
import { formatShortDay } from "../../../../answers/format-day.ts";
import type { HandoffEffect } from "../../../../model/handoff-effect.ts";
import { say } from "../../../../model/reply.ts";
import type { Request } from "../../../../model/request.ts";
import { nothingAbout, type AboutHandoff, type Acting } from "../../acting.ts";
import { composeContacts } from "../../../../answers/compose-contacts.ts";
import { withReuseAnswer } from "../../../curation/asker-agreement.ts";
import { workshopSaying } from "../../../knowledge.ts";
import { closeTexts } from "../../later/close-texts.ts";
import { zoneOfReader } from "../../later/notice-draft.ts";
import { answeredTransfer } from "../../team/pass-on.ts";
import { toldAsker } from "./around.ts";
import { withdraw } from "./end-request.ts";

type Act<Kind extends HandoffEffect["kind"]> = Extract<HandoffEffect, { kind: Kind }>;

/** Whether people of another organisation may read it. */
export async function answerTransfer(
  { request: id, agrees }: Act<"answer-transfer">,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, parts, book } = acting;
  const request = await book.get(id);
  if (!request) return nothingAbout;
  const changes = await answeredTransfer(request, agrees, { book, parts, now: who.now });
  const phrase = agrees ? "ha-transfer-agreed" : "ha-transfer-refused";
  return { changes, drafts: changes.length === 0 ? [] : [toldAsker(phrase, request, acting)] };
}

/** After days without anybody: to wait, to look oneself, or to stop. Source: HANDOFF.md, 6. */
export async function answerStillWaiting(
  { request: id, wish }: Act<"answer-still-waiting">,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, book } = acting;
  const request = await book.get(id);
  if (!request) return nothingAbout;
  if (wish === "stop") return withdraw({ request: id }, acting);
  const { now } = who;
  const since = now.toISOString();
  if (wish === "wait") {
    const after =
      changeState(request, { kind: "queued", since }, now, { asks: undefined }) ??
      revise(request, { asks: undefined }, now);
    return {
      changes: [book.change(request, after), book.record(after, "waits-on", "asker", now)],
      drafts: [toldAsker("ha-waits-on", request, acting)],
    };
  }
  const over = changeState(request, { kind: "referred", since }, now, { asks: undefined });
  const after = over ?? revise(request, { asks: undefined }, now);
  return {
    changes: [
      book.change(request, after),
      book.record(after, "referred", "asker", now),
      ...(over ? await closeTexts(id, now, book) : []),
    ],
    drafts: [
      toldAsker(over ? "ha-places" : "ha-places-open", request, acting),
      say(placesFor(request, acting)),
    ],
  };
}

/** Places near them, or those of everywhere. */
function placesFor({ territory, theme }: Request, { who, parts }: Acting): string {
  const knowledge = parts.knowledge();
  const { language, now, address } = who;
  const { directory, contacts } = knowledge.library;
  const saying = {
    ...workshopSaying(knowledge, language, now),
    sayShortDay: (day: string) => formatShortDay(day, language),
    timeZone: zoneOfReader({ territory }, knowledge),
    directory,
    platform: address.platform,
  };
  return (
    tellPlaces({ territory, theme }, saying) ?? composeContacts(contacts, language, saying.tell)
  );
}

/** Whether their question may be used for a page, without anything personal. */
export async function answerReuse(
  { request: id, agrees }: Act<"answer-reuse">,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, book } = acting;
  const request = await book.get(id);
  if (!request) return nothingAbout;
  const after = withReuseAnswer(request, agrees, who.now);
  const kind = agrees ? "reuse-agreed" : "reuse-refused";
  return {
    changes: [book.change(request, after), book.record(after, kind, "asker", who.now)],
    drafts: [toldAsker(agrees ? "ha-reuse-agreed" : "ha-reuse-refused", request, acting)],
  };
}

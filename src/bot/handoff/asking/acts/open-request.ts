import { changeState } from "../../../../handoff/change-state.ts";
import type { HandoffEffect } from "../../../../model/handoff-effect.ts";
import { say } from "../../../../model/reply.ts";
import { isOpen, numberOf, type Request } from "../../../../model/request.ts";
import { nothingAbout, type AboutHandoff, type Acting } from "../../acting.ts";
import { relayIn } from "../../relay/relay-in.ts";
import { surroundingsOf } from "../../surroundings.ts";
import { sayExpected } from "../expected-words.ts";
import { only, toldAsker } from "./around.ts";
import { withoutDraft, wordsOf } from "./keep-draft.ts";

/**
 * What was agreed to gets its number, and waits for a team: it is offered as time passes, at once where one is
 * there (see `DueRequests`). What goes with an open request is added to that one.
 */
export async function openRequest(
  { draft, text, into }: Extract<HandoffEffect, { kind: "open-request" }>,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, parts, book } = acting;
  const { now, language } = who;
  const stored = await book.get(draft.id);
  if (stored?.state.kind !== "draft") return nothingAbout;
  if (into !== undefined) return addTo(into, stored, text, acting);
  const since = now.toISOString();
  const number = await book.newNumber();
  const agreed = { ...stored, ...draft, revision: stored.revision, asker: stored.asker };
  const after = changeState(agreed, { kind: "queued", since }, now, {
    number,
    openedAt: since,
    messages: 1,
  });
  if (!after) return nothingAbout;
  const around = await surroundingsOf({ parts, book, now });
  const knowledge = parts.knowledge();
  const tell = knowledge.tell(language);
  const delay = sayExpected(after, around, { knowledge, language });
  const told = [
    tell("ha-opened", { number: numberOf(after) }),
    delay,
    tell("ha-opened-how", { number: numberOf(after) }),
  ];
  return {
    changes: [
      book.change(stored, after),
      book.record(after, "queued", "asker", now),
      book.keep(wordsOf(after, { direction: "in", text, at: since })),
    ],
    drafts: [say(told.join("\n\n"))],
  };
}

async function addTo(
  into: string,
  draft: Request,
  text: string,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, parts, book } = acting;
  const request = await book.get(into);
  if (!request || !isOpen(request)) return only(toldAsker("ha-over-meanwhile", draft, acting));
  const { message, now } = who;
  // The press agreed to it: it is no message of theirs with files, nor a reply.
  const { files: _, repliesTo: __, ...alone } = message;
  const relayed = await relayIn(request, { message: alone, text }, { parts, book, now });
  return {
    changes: [...withoutDraft(draft, parts.knowledge().documents), ...relayed.changes],
    drafts: [toldAsker("ha-added", request, acting), ...relayed.drafts],
  };
}

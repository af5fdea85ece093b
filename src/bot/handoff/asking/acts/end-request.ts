import { changeState, revise } from "../../../../handoff/change-state.ts";
import { SATISFACTION_MARK } from "../../../../handoff/due-to-asker.ts";
import type { HandoffEffect } from "../../../../model/handoff-effect.ts";
import type { Request } from "../../../../model/request.ts";
import { nothingAbout, type AboutHandoff, type Acting } from "../../acting.ts";
import { closeTexts, dropTexts } from "../../later/close-texts.ts";
import { dropFiles } from "../../later/lost-files.ts";
import { scrubDue } from "../../../scrub-due.ts";
import { remove } from "../../../../ports/store.ts";
import { eraseRequest } from "../../later/erase-request.ts";
import { noticeDraft } from "../../later/notice-draft.ts";
import { only, toldAsker, toldTeams } from "./around.ts";
import { takeUpAgain } from "./reopen-request.ts";
import { tellErased } from "./tell-erased.ts";
import { say } from "../../../../model/reply.ts";

type Act<Kind extends HandoffEffect["kind"]> = Extract<HandoffEffect, { kind: Kind }>;

/**
 * « j'annule »: over, and its texts are erased, those on their way too; those who were told of it are told so.
 * What they read already stays with them: « effacer A-127 » takes that away.
 */
export async function withdraw(
  { request: id }: Pick<Act<"withdraw">, "request">,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, parts, book } = acting;
  const request = await book.get(id);
  const state = { kind: "withdrawn", since: who.now.toISOString() } as const;
  const after = request && changeState(request, state, who.now, { asks: undefined, marks: [] });
  if (!after) return request ? only(toldAsker("ha-over-already", request, acting)) : nothingAbout;
  const said = await book.messages(id);
  await dropFiles(said, parts);
  const { documents } = parts.knowledge();
  const unsent = [...said.flatMap(({ keys }) => keys), ...request.offers.map(({ key }) => key)];
  return {
    changes: [
      book.change(request, after),
      book.record(after, "withdrawn", "asker", who.now),
      ...(await dropTexts(id, book, parts)),
      ...unsent.map((key) => remove(documents.outbox, key)),
      scrubDue(documents, who.now),
      ...toldTeams(after, "ha-team-withdrawn", acting),
    ],
    drafts: [toldAsker("ha-withdrawn", after, acting)],
  };
}

/** « effacer A-127 »: its texts, its asker, and what was shown of it where that can be taken away. */
export async function erase(
  { request: id }: Act<"erase-request">,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, parts, book } = acting;
  const request = await book.get(id);
  const { changes, wasRead } = await eraseRequest(id, { book, parts, now: who.now });
  const tell = parts.knowledge().tell(who.language);
  const words = wasRead ? `${tell("ht-erased")}\n\n${tell("ht-erased-read")}` : tell("ht-erased");
  const told = request?.asker ? tellErased([request], acting) : [];
  return { changes: [...changes, ...told], drafts: [say(words)] };
}

/** « c'est bon »: closed, and asked once whether it helped. « pas encore »: taken up again. */
export async function answerSettled(
  { request: id, isSettled }: Act<"answer-settled">,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, parts, book } = acting;
  const request = await book.get(id);
  if (!request) return nothingAbout;
  if (!isSettled) return takeUpAgain(request, "ha-not-settled", acting);
  const after = closed(request, who.now);
  if (!after) return only(toldAsker("ha-over-already", request, acting));
  const draft = await noticeDraft(after, "satisfaction", {
    book,
    knowledge: parts.knowledge(),
    now: who.now,
  });
  return {
    changes: [
      book.change({ ...request, revision: after.revision - 1 }, after),
      book.record(after, "closed", "asker", who.now),
      ...(await closeTexts(id, who.now, book)),
      ...toldTeams(after, "ha-team-settled", acting),
    ],
    drafts: [draft ?? toldAsker("ha-thanks", after, acting)],
  };
}

function closed(request: Request, now: Date): Request | undefined {
  const since = now.toISOString();
  const adviser = "adviser" in request.state ? request.state.adviser : undefined;
  const resolved =
    request.state.kind === "resolved"
      ? request
      : changeState(request, { kind: "resolved", adviser, since }, now);
  const marks = [...request.marks, { kind: SATISFACTION_MARK, since, at: since }];
  const asks = { kind: "satisfaction", at: since } as const;
  return (
    resolved && changeState(resolved, { kind: "closed", adviser, since }, now, { asks, marks })
  );
}

/** The name they choose to give, or none any more. */
export async function giveName(
  { request: id, name }: Act<"give-name">,
  acting: Acting,
): Promise<AboutHandoff> {
  const { who, book } = acting;
  const request = await book.get(id);
  if (!request) return nothingAbout;
  const after = revise(request, { knownAs: name }, who.now);
  const told =
    name === undefined
      ? toldTeams(after, "ha-team-name-hidden", acting)
      : toldTeams(after, "ha-team-name", acting, { name });
  return { changes: [book.change(request, after), ...told], drafts: [] };
}

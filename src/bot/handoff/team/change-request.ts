import { changeState, revise } from "../../../handoff/change-state.ts";
import { coordinationOf } from "../../../handoff/ladder.ts";
import { holderOf, isOpen, numberOf, type Request } from "../../../model/request.ts";
import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import { closeTexts, reopenTexts } from "../later/close-texts.ts";
import { tellInTime, wishNotice } from "../later/notice-asker.ts";
import { tellRoom } from "../tell-people.ts";
import { surroundingsOf } from "../surroundings.ts";
import { noted } from "./keep-note.ts";
import { answer, nameOf, type RequestDesk } from "./desk.ts";
import { waitFor } from "./desk-talks.ts";

/** « Je rends »: back to everybody, with its history; who asked is told that somebody else is looked for. */
export function release(desk: RequestDesk, note?: string): readonly Change[] {
  const { request, adviser, now } = desk;
  const refused = unlessTheirs(desk);
  if (refused) return refused;
  const after = givenBack(request, adviser.id, now);
  if (!after) return tooLate(desk);
  return [...written(desk, after, "released", note), ...toldThere(desk, after, "hd-released")];
}

/** A request as it is once who held it gave it back; undefined when nobody does. */
function givenBack(request: Request, adviser: string, now: Date): Request | undefined {
  const givenBackBy = [...request.givenBackBy, adviser];
  const after = changeState(request, { kind: "queued", since: now.toISOString() }, now, {
    givenBackBy,
  });
  return after && wishNotice(after, "looking-again", now);
}

/** « Résolu »: whoever asked is asked whether it is. */
export function resolve(desk: RequestDesk): readonly Change[] {
  const { request, adviser, now, tell } = desk;
  const refused = unlessTheirs(desk);
  if (refused) return refused;
  if (request.state.kind === "claimed") {
    return answer(desk, say(tell("hd-answer-first", { number: numberOf(request) })));
  }
  const state = { kind: "resolved", adviser: adviser.id, since: now.toISOString() } as const;
  const after = changeState(request, state, now);
  if (!after) return tooLate(desk);
  return [
    ...written(desk, wishNotice(after, "settled", now), "resolved"),
    ...toldThere(desk, after, "hd-resolved"),
  ];
}

/** « Rouvrir »: theirs again. */
export async function reopen(desk: RequestDesk): Promise<readonly Change[]> {
  const { request, adviser, now, book } = desk;
  const { kind } = request.state;
  const isOver = kind === "resolved" || kind === "closed";
  const state = { kind: "claimed", adviser: adviser.id, since: now.toISOString() } as const;
  const after = isOver ? changeState(request, state, now, { asks: undefined }) : undefined;
  if (!after) return tooLate(desk);
  return [
    ...(await reopenTexts(request.id, book)),
    ...written(desk, after, "reopened"),
    ...toldThere(desk, after, "hd-reopened"),
  ];
}

/** More or less urgent than it was. */
export function setPriority(desk: RequestDesk, isHigh: boolean): readonly Change[] {
  const { request, now } = desk;
  const priority = isHigh ? "high" : "normal";
  if (!isOpen(request)) return tooLate(desk);
  const after = revise(request, { priority }, now);
  return [
    ...written(desk, after, `priority-${priority}`),
    ...toldThere(desk, after, isHigh ? "hd-priority-high" : "hd-priority-normal"),
  ];
}

/** « Signaler »: nobody answers it, its person opens no other, and the coordinator is told why. Source: HANDOFF.md, 8. */
export async function report(desk: RequestDesk, note?: string): Promise<readonly Change[]> {
  const { request, adviser, team, now, tell, parts, book } = desk;
  const number = numberOf(request);
  if (note === undefined) return askRest(desk, "signaler :", tell("hd-report-why"));
  const after = changeState(
    request,
    { kind: "spam", adviser: adviser.id, since: now.toISOString() },
    now,
  );
  if (!after) return tooLate(desk);
  const coordination = coordinationOf(request, await surroundingsOf(desk));
  const who = adviser.name;
  const told = coordination
    ? tellRoom(
        coordination.room,
        team.language,
        request.id,
        {
          draft: say(tell("hd-report-told", { number, who, team: team.name, why: note })),
          name: `reported.${after.revision}`,
        },
        parts,
      )
    : [];
  const language = request.asker?.language ?? request.language;
  const closed = say(parts.knowledge().tell(language)("hd-asker-closed", { number }));
  const name = `closed.${after.revision}`;
  const asker = tellInTime(after, { draft: closed, name }, await book.all(), { parts, now });
  return [
    ...(await closeTexts(request.id, now, book)),
    ...written(desk, asker.request, "spam", note),
    ...told,
    ...asker.changes,
    ...toldThere(desk, after, coordination ? "hd-reported" : "hd-reported-nobody"),
  ];
}

/** What a command still needs is asked for: their next message here is it. @param command as it is typed, without its end */
export function askRest(desk: RequestDesk, command: string, question: string): readonly Change[] {
  return [waitFor({ kind: "rest", command }, desk), ...answer(desk, say(question))];
}

/** The request as it is after, with its event and the note that goes with it. */
export function written(
  desk: RequestDesk,
  after: Request,
  event: string,
  note?: string,
): readonly Change[] {
  const { request, book, adviser, now } = desk;
  const kept = note === undefined ? { request: after, changes: [] } : noted(after, note, desk);
  return [
    book.change(request, kept.request),
    book.record(kept.request, event, adviser.id, now),
    ...kept.changes,
  ];
}

/** Only who holds it may; the others are told who does. */
export function unlessTheirs(desk: RequestDesk): readonly Change[] | undefined {
  const { request, adviser, tell } = desk;
  const number = numberOf(request);
  const holder = holderOf(request);
  if (!isOpen(request)) return tooLate(desk);
  if (holder === adviser.id) return undefined;
  if (holder === undefined) return answer(desk, say(tell("hd-take-first", { number })));
  return answer(desk, say(tell("hd-taken-already", { who: nameOf(holder, desk), number })));
}

/** What is over, or erased, is not changed any more. */
export function tooLate(desk: RequestDesk): readonly Change[] {
  return answer(desk, say(desk.tell("hd-too-late", { number: numberOf(desk.request) })));
}

/** One sentence in the thread about what was just done. */
function toldThere(
  desk: RequestDesk,
  after: Request,
  phrase: Parameters<RequestDesk["tell"]>[0],
): readonly Change[] {
  const values = { number: numberOf(after), who: desk.adviser.name };
  return answer({ ...desk, request: after }, say(desk.tell(phrase, values)));
}

import { changeState } from "../../../handoff/change-state.ts";
import { whyNotTake } from "../../../handoff/fairness.ts";
import {
  isHeld,
  numberOf,
  holderOf,
  type Request,
  type RequestState,
} from "../../../model/request.ts";
import { say } from "../../../model/reply.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import type { Change } from "../../../ports/store.ts";
import { wishNotice } from "../later/notice-asker.ts";
import { tellThread } from "../tell-people.ts";
import { surroundingsOf } from "../surroundings.ts";
import { answer, nameOf, standingOf, type RequestDesk } from "./desk.ts";
import { sheetOf } from "./sheet.ts";

/**
 * « Je prends »: the first to take it has it, whoever else pressed at the same instant reads who has it. Its
 * colleagues in every room it was told in read it too, and who asked. What was passed on is taken up by the same words.
 */
export async function claim(desk: RequestDesk): Promise<readonly Change[]> {
  const { request, adviser, tell } = desk;
  const { state } = request;
  const number = numberOf(request);
  if (state.kind === "transferring") return acceptTransfer(desk, state);
  if (isHeld(request)) {
    const isMine = holderOf(request) === adviser.id;
    const who = nameOf(holderOf(request), desk);
    return answer(
      desk,
      say(tell(isMine ? "hd-yours-already" : "hd-taken-already", { who, number })),
    );
  }
  const around = await surroundingsOf(desk);
  const why = whyNotTake(request, adviser, around);
  if (why !== undefined) return answer(desk, say(tell(`hd-${why}`, { number })));
  return take(desk, { kind: "claimed", adviser: adviser.id, since: desk.now.toISOString() });
}

/** Makes a request somebody's own and tells everybody concerned. */
async function take(desk: RequestDesk, state: RequestState): Promise<readonly Change[]> {
  const { request, adviser, team, tell, book, now } = desk;
  const standing = await standingOf("adviser", adviser.id, desk);
  const more = {
    team: team.id,
    showsAdviser: standing.showsName,
    messages: request.messages + 1,
  };
  const taken = changeState(request, state, now, more);
  if (!taken) return answer(desk, say(tell("hd-too-late", { number: numberOf(request) })));
  const after = wishNotice(taken, "claimed", now);
  const sheet = answer({ ...desk, request: after }, await sheetOf(after, desk), "sheet");
  return [
    book.change(request, after),
    book.record(after, "claimed", adviser.id, now),
    ...tellOtherRooms(after, desk),
    ...sheet,
    book.keep(keysOfSheet(after, sheet, now)),
  ];
}

/** Who was asked to take it over does, or anybody of the team it was passed to. */
async function acceptTransfer(
  desk: RequestDesk,
  state: Extract<RequestState, { kind: "transferring" }>,
): Promise<readonly Change[]> {
  const { request, adviser, team, tell, now } = desk;
  const number = numberOf(request);
  const isForThem =
    state.toTeam === team.id &&
    state.from !== adviser.id &&
    (state.toAdviser === undefined || state.toAdviser === adviser.id);
  if (state.awaitsConsent) return answer(desk, say(tell("hd-transfer-awaits-asker", { number })));
  if (!isForThem) {
    const who = nameOf(state.toAdviser, desk) || teamName(state.toTeam, desk);
    return answer(desk, say(tell("hd-transfer-sent", { who, number })));
  }
  const since = now.toISOString();
  const wasAnswered = request.firstReplyAt !== undefined;
  return take(desk, { kind: wasAnswered ? "active" : "claimed", adviser: adviser.id, since });
}

/**
 * The sheet holds what was asked: that it was shown is kept, without a word, so that it can be taken away.
 * @param request as it is once taken, the sheet counted
 */
function keysOfSheet(request: Request, sheet: readonly Change[], now: Date): RequestMessage {
  return {
    request: request.id,
    owner: request.asker?.person,
    position: request.messages - 1,
    direction: "note",
    author: "bot",
    text: "",
    files: [],
    keys: sheet.map(({ id }) => id),
    team: request.team,
    state: "sent",
    isEdited: false,
    at: now.toISOString(),
  };
}

/** The other teams it was told of read that it is taken: they need not look at it any more. */
function tellOtherRooms(request: Request, { team, adviser, parts }: RequestDesk): Change[] {
  const knowledge = parts.knowledge();
  const told = knowledge.library.directory.teams.filter(
    ({ id }) => id !== team.id && request.offers.some((offer) => offer.team === id),
  );
  return told.flatMap((other) => {
    const tell = knowledge.tell(other.language);
    const draft = say(tell("hd-taken-already", { who: adviser.name, number: numberOf(request) }));
    return tellThread(request, other, { draft, name: `taken.${request.revision}` }, parts);
  });
}

function teamName(id: string, { parts }: RequestDesk): string {
  const { teams } = parts.knowledge().library.directory;
  return teams.find((team) => team.id === id)?.name ?? id;
}

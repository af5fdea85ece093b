import { changeState } from "../../../handoff/change-state.ts";
import { numberOf, type RequestState } from "../../../model/request.ts";
import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import { wishNotice } from "../later/notice-asker.ts";
import { tellThread } from "../tell-people.ts";
import { declineAsked } from "./ask-first.ts";
import { askRest, tooLate, unlessTheirs, written } from "./change-request.ts";
import { answer, type RequestDesk } from "./desk.ts";
import { findTarget } from "./find-target.ts";
import { noted } from "./keep-note.ts";
import { passOn, takenBack } from "./pass-on.ts";
import { isElsewhere, whyNotPass } from "./transfer-target.ts";

/** As many teams as fit below one message. */
const MOST_NAMED = 5;

/**
 * « Transférer à … : pourquoi »: to somebody, a team or another territory, who take it up or do not. Where other
 * people than those agreed to would read it, who asked is asked first. Source: HANDOFF.md, 3.
 */
export async function transfer(
  desk: RequestDesk,
  to?: string,
  note?: string,
): Promise<readonly Change[]> {
  const { request, adviser, team, tell, parts, book, now } = desk;
  const refused = unlessTheirs(desk);
  if (refused) return refused;
  if (request.state.kind === "transferring") {
    return answer(desk, say(tell("hd-not-while-passing", { number: numberOf(request) })));
  }
  const { directory } = parts.knowledge().library;
  if (to === undefined) return askWhom(desk);
  const target = findTarget(to, directory, team.id);
  const isOwn = target?.adviser ? target.adviser.id === adviser.id : target?.team.id === team.id;
  if (!target || isOwn) return askWhom(desk, to);
  const why = await whyNotPass(desk, target);
  if (why !== undefined) return askWhom(desk, to, why);
  const who = target.adviser?.name ?? target.team.name;
  if (note === undefined) {
    const command = `transférer à ${target.adviser?.name ?? target.team.name} :`;
    return askRest(desk, command, tell("hd-transfer-why", { who }));
  }
  const awaitsConsent = isElsewhere(desk, target);
  const state: RequestState = {
    kind: "transferring",
    from: adviser.id,
    toTeam: target.team.id,
    toAdviser: target.adviser?.id,
    since: now.toISOString(),
    awaitsConsent,
    note: request.messages,
  };
  const moved = changeState(request, state, now, awaitsConsent ? { asks: undefined } : {});
  if (!moved) return tooLate(desk);
  const kept = noted(moved, note, desk);
  const passed = awaitsConsent
    ? { request: wishNotice(kept.request, "transfer", now), rows: [] }
    : passOn(kept.request, { note, by: adviser.name }, desk);
  const told = tell(awaitsConsent ? "hd-transfer-asking" : "hd-transfer-sent", {
    who,
    number: numberOf(request),
  });
  return [
    book.change(request, passed.request),
    book.record(passed.request, "transferred", adviser.id, now),
    ...kept.changes,
    ...passed.rows,
    ...answer(desk, say(told)),
  ];
}

/** « Je refuse », of what was passed on: it goes back to who passed it; of what one was asked first, to the next. */
export async function decline(desk: RequestDesk): Promise<readonly Change[]> {
  const { request, adviser, now, tell, team, parts } = desk;
  const { state } = request;
  if (state.kind === "offered") return declineAsked(desk);
  const isAsked =
    state.kind === "transferring" &&
    (state.toAdviser === adviser.id || (state.toAdviser === undefined && state.toTeam === team.id));
  if (!isAsked) return tooLate(desk);
  const back = takenBack(request, now);
  if (!back) return tooLate(desk);
  const own = parts.knowledge().library.directory.teams.find(({ id }) => id === request.team);
  const number = numberOf(request);
  const draft = say(
    parts.knowledge().tell(own?.language ?? team.language)("hd-transfer-declined", {
      who: adviser.name,
      number,
    }),
  );
  const name = `declined.${back.revision}`;
  return [
    ...written(desk, back, "transfer-declined"),
    ...(own && own.id !== team.id ? tellThread(back, own, { draft, name }, parts) : []),
    ...answer(desk, say(tell("hd-transfer-declined", { who: adviser.name, number }))),
  ];
}

/** @param why a sentence about whom they named; unknown without */
function askWhom(desk: RequestDesk, unknown?: string, why?: string): readonly Change[] {
  const { tell, parts, adviser, team } = desk;
  const { teams, advisers } = parts.knowledge().library.directory;
  const colleagues = advisers.filter(({ id }) => team.advisers.includes(id) && id !== adviser.id);
  const names = [...colleagues, ...teams.filter(({ id }) => id !== team.id)].map(
    ({ name }) => name,
  );
  const list = names.slice(0, MOST_NAMED).join(", ");
  const question =
    unknown === undefined
      ? tell("hd-transfer-whom", { list })
      : tell("hd-transfer-unknown", { name: unknown, list });
  if (why !== undefined)
    return askRest(desk, "transférer à", `${why} ${tell("hd-transfer-whom", { list })}`);
  return askRest(desk, "transférer à", question);
}

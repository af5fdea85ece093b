import { changeState, revise } from "../../../handoff/change-state.ts";
import { withMark, type Due } from "../../../handoff/due.ts";
import type { Adviser, Team } from "../../../model/directory.ts";
import type { PhraseKey } from "../../../model/phrases.ts";
import { say } from "../../../model/reply.ts";
import { holderOf, numberOf, type Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { tellAdviser, tellThread } from "../tell-people.ts";
import type { Passing } from "./carry-out-due.ts";

type DueOf<K extends Due["kind"]> = Extract<Due, { kind: K }>;
type Changes = Promise<readonly Change[] | undefined>;

/** Reminds who holds it, in private. */
export async function remindHolder(
  due: DueOf<"remind-first-reply" | "remind-holder">,
  request: Request,
  passing: Passing,
): Changes {
  const { mark, adviser } = due;
  const after = revise(request, { marks: withMark(request, mark, passing.now) }, passing.now);
  const phrase = due.kind === "remind-first-reply" ? "ht-adviser-first-word" : "ht-adviser-turn";
  const rows = inPrivate(after, adviser, phrase, `${mark.kind}.${mark.since}`, passing);
  return Promise.resolve(written(request, after, "reminded", rows, passing));
}

/** Says in its thread that somebody may help who holds it. */
export async function remindTheirTeam(
  { team, mark }: DueOf<"remind-their-team">,
  request: Request,
  passing: Passing,
): Changes {
  const after = revise(request, { marks: withMark(request, mark, passing.now) }, passing.now);
  const values = {
    adviser: nameOf(holderOf(request) ?? "", passing),
  };
  const name = `${mark.kind}.${mark.since}`;
  const rows = inThread(after, team, { phrase: "ht-team-turn", values, name }, passing);
  return Promise.resolve(written(request, after, "team-reminded", rows, passing));
}

/** Gives it back to the team: silent, away or suspended. */
export async function giveBack(
  { adviser, why, mark }: DueOf<"release">,
  request: Request,
  passing: Passing,
): Changes {
  const { now } = passing;
  const state = { kind: "queued", since: now.toISOString() } as const;
  const after = changeState(request, state, now, {
    marks: withMark(request, mark, now),
    // Being away is nobody's choice against it.
    givenBackBy: why === "silent" ? [...request.givenBackBy, adviser] : request.givenBackBy,
  });
  if (!after) return Promise.resolve(undefined);
  const phrase = why === "silent" ? "ht-released-thread" : "ht-back-to-team";
  const told = {
    phrase,
    values: { adviser: nameOf(adviser, passing) },
    name: `released.${mark.since}`,
  } as const;
  const rows = [
    ...(request.team === undefined ? [] : inThread(after, request.team, told, passing)),
    ...(why === "silent"
      ? inPrivate(after, adviser, "ht-adviser-released", `released.${mark.since}`, passing)
      : []),
  ];
  return Promise.resolve(written(request, after, "released", rows, passing));
}

/** Who stands in takes it as it is. */
export async function handOver(
  { adviser, to, mark }: DueOf<"hand-over">,
  request: Request,
  passing: Passing,
): Changes {
  const { now } = passing;
  const { state } = request;
  if (!("adviser" in state) || state.adviser === undefined) return Promise.resolve(undefined);
  const after = changeState(request, { ...state, adviser: to, since: now.toISOString() }, now, {
    marks: withMark(request, mark, now),
  });
  if (!after) return Promise.resolve(undefined);
  const values = { adviser: nameOf(adviser, passing), substitute: nameOf(to, passing) };
  const name = `handed-over.${mark.since}`;
  const told = { phrase: "ht-stand-in-thread", values, name } as const;
  const rows = [
    ...(request.team === undefined ? [] : inThread(after, request.team, told, passing)),
    ...inPrivate(after, to, "ht-stand-in", name, passing, values),
  ];
  return Promise.resolve(written(request, after, "handed-over", rows, passing));
}

/** What nobody took up goes back to who passed it on. */
export async function takeBack(
  { to }: DueOf<"back-from-transfer">,
  request: Request,
  passing: Passing,
): Changes {
  const { now } = passing;
  const { state } = request;
  if (state.kind !== "transferring") return Promise.resolve(undefined);
  const since = now.toISOString();
  const kind = request.firstReplyAt === undefined ? "claimed" : "active";
  const asks = request.asks?.kind === "transfer" ? undefined : request.asks;
  const after = changeState(request, { kind, adviser: to, since }, now, {
    turn: "adviser",
    waitingSince: request.waitingSince ?? since,
    asks,
  });
  if (!after) return Promise.resolve(undefined);
  const values = { adviser: nameOf(to, passing) };
  const name = `transfer-back.${state.since}`;
  const told = { phrase: "ht-transfer-back", values, name } as const;
  const rows = [
    ...(request.team === undefined ? [] : inThread(after, request.team, told, passing)),
    ...inPrivate(after, to, "ht-transfer-back", name, passing, values),
  ];
  return Promise.resolve(written(request, after, "transfer-back", rows, passing));
}

/** The day it was to wait for is here. */
export async function wakeUp(
  { adviser }: DueOf<"wait-over">,
  request: Request,
  passing: Passing,
): Changes {
  const { now } = passing;
  const since = now.toISOString();
  const after = changeState(request, { kind: "active", adviser, since }, now);
  if (!after) return Promise.resolve(undefined);
  const rows = inPrivate(after, adviser, "ht-wait-over", `wait-over.${since}`, passing);
  return Promise.resolve(written(request, after, "wait-over", rows, passing));
}

function written(
  before: Request,
  after: Request,
  kind: string,
  rows: readonly Change[],
  { book, now }: Passing,
): readonly Change[] {
  return [book.change(before, after), book.record(after, kind, "bot", now), ...rows];
}

function inPrivate(
  request: Request,
  id: string,
  phrase: PhraseKey,
  name: string,
  { parts }: Passing,
  values: Readonly<Record<string, string>> = {},
): readonly Change[] {
  const knowledge = parts.knowledge();
  const adviser = adviserOf(id, { parts });
  if (!adviser) return [];
  const language = adviser.languages[0] ?? knowledge.settings.language;
  const words = knowledge.tell(language)(phrase, { ...values, number: numberOf(request) });
  return tellAdviser(adviser, language, request.id, { draft: say(words), name }, parts);
}

function inThread(
  request: Request,
  id: string,
  {
    phrase,
    values,
    name,
  }: {
    readonly phrase: PhraseKey;
    readonly values: Readonly<Record<string, string>>;
    readonly name: string;
  },
  { parts }: Passing,
): readonly Change[] {
  const { tell, library } = parts.knowledge();
  const team: Team | undefined = library.directory.teams.find((one) => one.id === id);
  if (!team) return [];
  const words = tell(team.language)(phrase, { ...values, number: numberOf(request) });
  return tellThread(request, team, { draft: say(words), name }, parts);
}

function nameOf(id: string, passing: Pick<Passing, "parts">): string {
  return adviserOf(id, passing)?.name ?? id;
}

function adviserOf(id: string, { parts }: Pick<Passing, "parts">): Adviser | undefined {
  return parts.knowledge().library.directory.advisers.find((adviser) => adviser.id === id);
}

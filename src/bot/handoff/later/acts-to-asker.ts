import { changeState, revise } from "../../../handoff/change-state.ts";
import { withMark, type Due } from "../../../handoff/due.ts";
import { say } from "../../../model/reply.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { tellThread } from "../tell-people.ts";
import type { Passing } from "./carry-out-due.ts";
import { closeTexts } from "./close-texts.ts";
import { noticeAsker, type NoticeKind } from "./notice-asker.ts";

type DueOf<K extends Due["kind"]> = Extract<Due, { kind: K }>;
type Changes = Promise<readonly Change[] | undefined>;

/** Tells who asked how far it is. */
export async function tellOf(
  { what, mark }: DueOf<"tell-asker">,
  request: Request,
  passing: Passing,
): Changes {
  const after = revise(request, { marks: withMark(request, mark, passing.now) }, passing.now);
  return told(request, after, { kind: mark.kind, notice: what }, passing);
}

/** Nobody came: an apology, places, and the choice of what next. */
export async function giveUp(
  { mark }: DueOf<"give-up">,
  request: Request,
  passing: Passing,
): Changes {
  const { now } = passing;
  const state = { kind: "unanswered", since: now.toISOString() } as const;
  const after = changeState(request, state, now, { marks: withMark(request, mark, now) });
  return after && told(request, after, { kind: "unanswered", notice: "nobody-answered" }, passing);
}

/** Its asker does not answer: it may be reopened. */
export async function putAside(request: Request, passing: Passing): Changes {
  const { now, parts } = passing;
  const since = now.toISOString();
  const adviser = "adviser" in request.state ? request.state.adviser : undefined;
  const after = changeState(request, { kind: "resolved", adviser, since }, now);
  if (!after) return undefined;
  const changes = await told(request, after, { kind: "put-aside", notice: "put-aside" }, passing);
  const knowledge = parts.knowledge();
  const team = knowledge.library.directory.teams.find(({ id }) => id === request.team);
  if (!team) return changes;
  const words = knowledge.tell(team.language)("ht-aside-thread", { number: numberOf(request) });
  const row = tellThread(after, team, { draft: say(words), name: `put-aside.${since}` }, parts);
  return [...changes, ...row];
}

/** They did not choose: it is over, and may be reopened. */
export async function refer(request: Request, passing: Passing): Changes {
  const { now, book } = passing;
  const state = { kind: "referred", since: now.toISOString() } as const;
  const after = changeState(request, state, now, { asks: undefined });
  if (!after) return undefined;
  const texts = await closeTexts(request.id, now, book);
  return [
    ...(await told(request, after, { kind: "referred", notice: "referred" }, passing)),
    ...texts,
  ];
}

/** Three days without « pas encore »: closed, without a word. */
export async function close(request: Request, { book, now }: Passing): Changes {
  const adviser = "adviser" in request.state ? request.state.adviser : undefined;
  const state = { kind: "closed", adviser, since: now.toISOString() } as const;
  const asks = request.asks?.kind === "settled" ? undefined : request.asks;
  const after = changeState(request, state, now, { asks });
  if (!after) return undefined;
  return [
    book.change(request, after),
    book.record(after, "closed", "bot", now),
    ...(await closeTexts(request.id, now, book)),
  ];
}

/** Asked once, a day after it was closed. */
export async function askSatisfaction(
  { mark }: DueOf<"ask-satisfaction">,
  request: Request,
  passing: Passing,
): Changes {
  const after = revise(request, { marks: withMark(request, mark, passing.now) }, passing.now);
  return told(request, after, { kind: mark.kind, notice: "satisfaction" }, passing);
}

/** What is to be written with a notice to who asked. @param after without what is noted of the notice */
export async function told(
  before: Request,
  after: Request,
  { kind, notice }: { readonly kind: string; readonly notice: NoticeKind },
  passing: Passing,
): Promise<readonly Change[]> {
  const { book, now } = passing;
  const { request, changes } = await noticeAsker(after, notice, passing);
  return [book.change(before, request), book.record(request, kind, "bot", now), ...changes];
}

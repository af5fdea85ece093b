import { messageKey } from "../../../delivery/message-key.ts";
import { changeState } from "../../../handoff/change-state.ts";
import type { Rung } from "../../../handoff/ladder.ts";
import type { Team } from "../../../model/directory.ts";
import { say, type Choice } from "../../../model/reply.ts";
import { numberOf, type Offer, type Request } from "../../../model/request.ts";
import type { Tell } from "../../../model/phrases.ts";
import type { Change } from "../../../ports/store.ts";
import { replyTo } from "../../seat-notices.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import type { RequestBook } from "../request-book.ts";
import { addressOf, tellRoom } from "../tell-people.ts";
import { surroundingsOf } from "../surroundings.ts";
import { whoIsAsked, withAsked } from "./ask-first.ts";
import { beginningOf, describeRequest } from "./describe-request.ts";

/** What offering needs. */
export interface Offering {
  readonly book: RequestBook;
  readonly parts: HandoffParts;
  readonly now: Date;
  /** What was agreed to, where it is not stored yet. */
  readonly text?: string | undefined;
}

/**
 * Offers a request in the rooms of the teams of a step. A team told of it before is told again, without a
 * second thread. Called while it is held.
 * @param request queued, or offered already: it is widened
 * @returns the request as it is after, and all that is to be written, that request among it
 */
export async function offerRequest(
  request: Request,
  { rung, teams }: Rung,
  { book, parts, now, text }: Offering,
): Promise<{ readonly request: Request; readonly changes: readonly Change[] }> {
  const question = text ?? (await questionOf(request, book));
  const known = new Set(request.offers.map(({ team }) => team));
  const fresh = teams.filter(({ id }) => !known.has(id));
  const offers = fresh.map((team) => offerTo(team, rung, request, now));
  const knowledge = parts.knowledge();
  const told = offered(request, offers, teams, now);
  const around = await surroundingsOf({ parts, book, now });
  const asked = new Map(teams.map((team) => [team.id, whoIsAsked(told, team, around)] as const));
  const after = teams.reduce((one, team) => {
    const who = asked.get(team.id);
    return who ? withAsked(one, team, who) : one;
  }, told);
  const rows = teams.flatMap((team) => {
    const tell = knowledge.tell(team.language);
    const who = asked.get(team.id)?.name;
    const number = numberOf(after);
    const asking = who === undefined ? [] : [tell("hd-asked-first", { who, number })];
    const line = [describeRequest(after, { knowledge, team, now }), ...asking].join("\n");
    const offer = offers.find((one) => one.team === team.id);
    if (!offer) return offeredAgain(after, team, { line, tell, parts });
    const choices = offerChoices(tell, who !== undefined);
    const draft = say([line, beginningOf(question)].join("\n"), choices);
    const reply = { ...replyTo(addressOf(team.room), draft, team.language, offer.key) };
    return parts.delivery.leave(
      undefined,
      [{ ...reply, opensThread: true }],
      undefined,
      request.asker?.person,
    );
  });
  const changes = [book.change(request, after), book.record(after, "offered", "bot", now), ...rows];
  return { request: after, changes };
}

/** What can be done with an offer; each may be said in words too. Source: HANDOFF.md, 8. */
function offerChoices(tell: Tell, isAsked: boolean): readonly Choice[] {
  const acts = [
    "take",
    ...(isAsked ? (["decline"] as const) : []),
    "note",
    "transfer",
    "page",
    "workshop",
  ] as const;
  return acts.map((value) => ({ label: tell(`hd-${value}`), value }));
}

/** What was asked, as it was agreed to; nothing once it is erased. */
async function questionOf({ id }: Pick<Request, "id">, book: RequestBook): Promise<string> {
  const said = await book.messages(id);
  const first = said.find(({ direction }) => direction === "in" || direction === "draft");
  return first?.text ?? "";
}

function offerTo(team: Team, rung: number, { id, reopened }: Request, now: Date): Offer {
  return {
    team: team.id,
    rung,
    at: now.toISOString(),
    key: messageKey("handoff-offer", id, team.id, reopened),
  };
}

function offered(
  request: Request,
  offers: readonly Offer[],
  teams: readonly Team[],
  now: Date,
): Request {
  // Told again, they are not told once more at the next step: see `nextRung`.
  const known = request.offers.map((offer) =>
    teams.some(({ id }) => id === offer.team) ? { ...offer, at: now.toISOString() } : offer,
  );
  const more = { offers: [...known, ...offers] };
  const state = { kind: "offered", since: now.toISOString() } as const;
  const after = changeState(request, state, now, more);
  // Widened: it was offered already, and waits since then.
  return (
    after ?? { ...request, ...more, revision: request.revision + 1, updatedAt: now.toISOString() }
  );
}

function offeredAgain(
  request: Request,
  team: Team,
  { line, tell, parts }: { line: string; tell: Tell; parts: HandoffParts },
): Change[] {
  const number = numberOf(request);
  const take = tell("hd-take-number", { number });
  const draft = say(tell("hd-offered-again", { line }), [{ label: take, value: "take" }]);
  const name = `offered-again.${request.revision}`;
  return tellRoom(team.room, team.language, request.id, { draft, name }, parts);
}

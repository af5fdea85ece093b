import { messageKey } from "../../../delivery/message-key.ts";
import { changeState, revise } from "../../../handoff/change-state.ts";
import { holderOf, numberOf, type Offer, type Request } from "../../../model/request.ts";
import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import { replyTo } from "../../seat-notices.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import type { RequestBook } from "../request-book.ts";
import { addressOf, tellThread } from "../tell-people.ts";
import { describeRequest, quoted } from "./describe-request.ts";
import type { RequestDesk } from "./desk.ts";

/** What the answer of an asker about other people reading their request is written with; for their turn. */
export async function answeredTransfer(
  request: Request,
  agrees: boolean,
  {
    book,
    parts,
    now,
  }: { readonly book: RequestBook; readonly parts: HandoffParts; readonly now: Date },
): Promise<readonly Change[]> {
  const { state } = request;
  if (state.kind !== "transferring" || !state.awaitsConsent) return [];
  const knowledge = parts.knowledge();
  const { teams, advisers } = knowledge.library.directory;
  const team = teams.find(({ id }) => id === request.team);
  const by = advisers.find(({ id }) => id === state.from)?.name ?? state.from;
  const number = numberOf(request);
  const tellFrom = (after: Request, phrase: "hd-transfer-agreed" | "hd-transfer-refused") =>
    team
      ? tellThread(
          after,
          team,
          {
            draft: say(knowledge.tell(team.language)(phrase, { number })),
            name: `transfer.${after.revision}`,
          },
          parts,
        )
      : [];
  if (!agrees) {
    const back = takenBack(request, now);
    if (!back) return [];
    return [
      book.change(request, back),
      book.record(back, "transfer-refused", "asker", now),
      ...tellFrom(back, "hd-transfer-refused"),
    ];
  }
  const since = now.toISOString();
  const after: Request = {
    ...revise(request, { turn: "adviser", asks: undefined }, now),
    state: { ...state, awaitsConsent: false, since },
  };
  const said = await book.messages(request.id);
  const note = said.find(({ position }) => position === state.note)?.text ?? "";
  const passed = passOn(after, { note, by }, { parts, now });
  return [
    book.change(request, passed.request),
    book.record(passed.request, "transfer-agreed", "asker", now),
    ...passed.rows,
    ...tellFrom(passed.request, "hd-transfer-agreed"),
  ];
}

/** A request passed on that nobody took: its holder's again. Undefined when it is not passed on. */
export function takenBack(request: Request, now: Date): Request | undefined {
  const adviser = holderOf(request);
  if (request.state.kind !== "transferring" || adviser === undefined) return undefined;
  const kind = request.firstReplyAt === undefined ? "claimed" : "active";
  return changeState(request, { kind, adviser, since: now.toISOString() }, now, {
    asks: undefined,
  });
}

/** Tells who it is passed to: in the thread they share, or as an offer in their own room. */
export function passOn(
  request: Request,
  { note, by }: { readonly note: string; readonly by: string },
  { parts, now }: Pick<RequestDesk, "parts" | "now">,
): { readonly request: Request; readonly rows: readonly Change[] } {
  const { state } = request;
  const knowledge = parts.knowledge();
  const { teams, advisers } = knowledge.library.directory;
  const team =
    state.kind === "transferring" ? teams.find(({ id }) => id === state.toTeam) : undefined;
  if (state.kind !== "transferring" || !team) return { request, rows: [] };
  const tell = knowledge.tell(team.language);
  const who = advisers.find(({ id }) => id === state.toAdviser)?.name ?? team.name;
  const line = describeRequest(request, { knowledge, team, now });
  const text = tell("hd-transfer-offer", { line, by, who, note: quoted(note) });
  const draft = say(text, [
    { label: tell("hd-take"), value: "take" },
    { label: tell("hd-decline"), value: "decline" },
  ]);
  if (request.offers.some((offer) => offer.team === team.id)) {
    const rows = tellThread(request, team, { draft, name: `passed.${request.revision}` }, parts);
    return { request, rows };
  }
  const offer: Offer = {
    team: team.id,
    rung: 1,
    at: now.toISOString(),
    key: messageKey("handoff-passed", request.id, team.id, request.revision),
  };
  const reply = {
    ...replyTo(addressOf(team.room), draft, team.language, offer.key),
    opensThread: true,
  };
  const rows = parts.delivery.leave(undefined, [reply], undefined, request.asker?.person);
  return { request: { ...request, offers: [...request.offers, offer] }, rows };
}

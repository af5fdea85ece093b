import { changeState, revise } from "../../../handoff/change-state.ts";
import type { Address } from "../../../model/address.ts";
import { say } from "../../../model/reply.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import { holderOf, numberOf, type Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { tellRoom, tellThread } from "../tell-people.ts";
import type { RelayHands } from "./relay-hands.ts";
import { askerSide, teamOf, teamSide } from "./side-of.ts";

/** What was told of once, for a message that its reader's side refuses. */
const TOLD = "relay-refused";
/** The thread that takes no message. */
const LOST = "thread-refused";

/**
 * Its asker takes no private message of ours: whoever answers is told at once, once. What was said waits.
 * @param request held
 */
export function askerRefuses(
  { request, message }: { readonly request: Request; readonly message: RequestMessage },
  { parts, book, now }: RelayHands,
): readonly Change[] {
  const isTold =
    request.state.kind === "undeliverable" ||
    request.marks.some(({ kind, since }) => kind === TOLD && since === message.at);
  if (isTold || message.direction !== "out") return [];
  const adviser = holderOf(request);
  const at = now.toISOString();
  const marks = [
    ...request.marks.filter(({ kind }) => kind !== TOLD),
    { kind: TOLD, since: message.at, at },
  ];
  const after =
    (adviser === undefined
      ? undefined
      : changeState(request, { kind: "undeliverable", adviser, since: at }, now, { marks })) ??
    revise(request, { marks }, now);
  const { library, tell } = parts.knowledge();
  const team = teamOf(request, library.directory);
  const draft = say(
    tell(team?.language ?? request.language)("hr-undeliverable", { number: numberOf(request) }),
  );
  return [
    book.change(request, after),
    book.record(after, "undeliverable", "bot", now),
    ...(team ? tellThread(after, team, { draft, name: `refused.${message.position}` }, parts) : []),
  ];
}

/**
 * The thread takes no message any more: the team is told in its room, once a thread. What was said waits.
 * @param request held
 */
export function threadRefuses(
  { request, message }: { readonly request: Request; readonly message: RequestMessage },
  { parts, book, now }: RelayHands,
): readonly Change[] {
  const { library, tell } = parts.knowledge();
  const team = teamOf(request, library.directory);
  const thread = teamSide(request, library.directory)?.thread;
  const since = request.offers.find(({ shownAs }) => shownAs === thread)?.at;
  const isTold = request.marks.some((mark) => mark.kind === LOST && mark.since === since);
  if (!team || thread === undefined || since === undefined || isTold) return [];
  if (message.direction !== "in") return [];
  const others = request.marks.filter(({ kind }) => kind !== LOST);
  const mark = { kind: LOST, since, at: now.toISOString() };
  const after = revise(request, { marks: [...others, mark] }, now);
  const draft = say(tell(team.language)("hr-thread-refused", { number: numberOf(request) }));
  const told = { draft, name: `thread-refused.${since}` };
  return [
    book.change(request, after),
    ...tellRoom(team.room, team.language, request.id, told, parts),
  ];
}

/**
 * They wrote in private: what waits for them goes to that room, if it is another than they asked in.
 * @param request held, undeliverable
 */
export async function moveToRoom(
  request: Request,
  to: Address,
  hands: RelayHands,
): Promise<readonly Change[]> {
  const { book, parts, now } = hands;
  const { asker } = request;
  const side = askerSide(request);
  if (!asker || !side || sameRoom(to, side.to)) return [];
  const after = revise(request, { asker: { ...asker, answerIn: to } }, now);
  const { documents } = parts.knowledge();
  const keys = (await book.messages(request.id))
    .filter(({ direction, state }) => direction === "out" && state === "pending")
    .flatMap((message) => message.keys);
  const rows = await Promise.all(keys.map((key) => parts.store.get(documents.outbox, key)));
  const moved = rows.flatMap((row) => (row ? [{ ...row.reply, to }] : []));
  return [book.change(request, after), ...parts.delivery.leave(side.owner, moved)];
}

function sameRoom(one: Address, other: Address): boolean {
  return one.platform === other.platform && one.room === other.room;
}

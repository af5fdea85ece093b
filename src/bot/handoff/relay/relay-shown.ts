import { changeState, revise } from "../../../handoff/change-state.ts";
import type { Reply } from "../../../model/reply.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import { numberOf, type Request } from "../../../model/request.ts";
import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import { tellThread } from "../tell-people.ts";
import type { RelayHands } from "./relay-hands.ts";
import { signRows } from "./relay-sign.ts";
import { rowsOf } from "./rows-of.ts";
import { teamOf } from "./side-of.ts";

/** An offer is shown: its thread is known, and what was said meanwhile leaves for it. @param request held */
export async function offerShown(
  request: Request,
  key: string,
  shownAs: string,
  hands: RelayHands,
): Promise<readonly Change[]> {
  const { book, now } = hands;
  const isKnown = request.offers.some((offer) => offer.key === key && offer.shownAs === shownAs);
  if (isKnown) return [];
  const offers = request.offers.map((offer) => (offer.key === key ? { ...offer, shownAs } : offer));
  const after = revise(request, { offers }, now);
  return [book.change(request, after), ...(await pendingRows(after, hands))];
}

/**
 * What its asker said while there was no thread for it leaves now.
 * @param request as it is after: its thread is known
 */
export async function pendingRows(request: Request, hands: RelayHands): Promise<readonly Change[]> {
  const said = await hands.book.messages(request.id);
  const rows: Change[] = [];
  const known: RequestMessage[] = [...said];
  for (const message of said) {
    const isWaiting = message.direction === "in" && message.state === "pending";
    if (!isWaiting || message.keys.length > 0) continue;
    const left = rowsOf(message, request, known, hands);
    if (left.message.keys.length > 0) rows.push(hands.book.keep(left.message), ...left.rows);
  }
  return rows;
}

/**
 * What was carried over is shown: where it stands is known, and who wrote it sees ✅ once all of it is.
 * @param request held, and message read since
 */
export function messageShown(
  { request, message }: { readonly request: Request; readonly message: RequestMessage },
  { key }: Reply,
  shownAs: string | undefined,
  hands: RelayHands,
): readonly Change[] {
  const { book } = hands;
  const at = message.keys.indexOf(key);
  const isLast = at === message.keys.length - 1;
  const isFirstTime = isLast && message.state === "pending";
  const kept = placed(message, at, shownAs);
  const changes: Change[] = [
    book.keep({ ...kept, state: isFirstTime ? ("sent" as const) : message.state }),
  ];
  if (!isFirstTime || message.direction !== "out") return changes;
  const sent = { sign: SENT, cause: "sent" };
  return [...changes, ...signRows({ request, message }, sent, hands), ...reached(request, hands)];
}

const SENT = "✅";

function placed(message: RequestMessage, at: number, shownAs: string | undefined): RequestMessage {
  if (shownAs === undefined) return message;
  if (at === 0) return { ...message, shownAs };
  const others = (message.alsoShownAs ?? []).filter((id) => id !== shownAs);
  return { ...message, alsoShownAs: [...others, shownAs] };
}

/** Who could not be written to can be again. */
function reached(request: Request, { parts, book, now }: RelayHands): readonly Change[] {
  const { state } = request;
  if (state.kind !== "undeliverable") return [];
  const since = now.toISOString();
  const after = changeState(request, { kind: "waiting-asker", adviser: state.adviser, since }, now);
  const { library, tell } = parts.knowledge();
  const team = teamOf(request, library.directory);
  if (!after) return [];
  const told = (language: NonNullable<typeof team>["language"]) =>
    say(tell(language)("hr-deliverable-again", { number: numberOf(request) }));
  return [
    book.change(request, after),
    book.record(after, after.state.kind, "bot", now),
    ...(team
      ? tellThread(
          after,
          team,
          { draft: told(team.language), name: `reached.${state.since}` },
          parts,
        )
      : []),
  ];
}

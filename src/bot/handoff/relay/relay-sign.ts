import { messageKey } from "../../../delivery/message-key.ts";
import { eventHash } from "../../handled-events.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import { say, type ReactionSign, type Reply } from "../../../model/reply.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import type { Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import type { Found } from "./find-relayed.ts";
import type { RelayHands } from "./relay-hands.ts";
import { leaveOn } from "./rows-of.ts";
import { askerSide, teamSide, type Side } from "./side-of.ts";

/** The signs that cross. Source: HANDOFF.md, 7.1. */
const crossing: readonly string[] = ["👍", "✅", "❤️", "🙏", "❓"];

/** How a sign looks, whatever its colour or form: 👍🏽 is 👍. */
function plainSign(sign: string): string {
  return sign.replaceAll(/[\ufe0e\ufe0f]|\p{Emoji_Modifier}/gu, "");
}

/** What a sign is on the other side; undefined for one that stays where it is. */
function crossingSign(sign: string): string | undefined {
  return crossing.find((one) => plainSign(one) === plainSign(sign));
}

/** Carries a sign that was put on a message of the other side to that message. */
export function addSign(
  { request, message }: Found,
  { address, reacts, sign: name, id }: IncomingMessage,
  hands: RelayHands,
): readonly Change[] {
  const sign = reacts && crossingSign(reacts.sign);
  const signs = message.signs ?? [];
  const source = eventHash({ address, id: name ?? id });
  if (sign === undefined || signs.some((one) => one.source === source)) return [];
  const kept = { ...message, signs: [...signs, { sign, source }] };
  // Of several people, one sign is seen.
  if (signs.some((one) => one.sign === sign)) return [hands.book.keep(kept)];
  return [hands.book.keep(kept), ...signRows({ request, message }, { sign, cause: source }, hands)];
}

/** Takes a sign away that was carried over. @param source names what put it there */
export function takeSignAway(
  { request, message }: Found,
  source: string,
  hands: RelayHands,
): readonly Change[] {
  const signs = message.signs ?? [];
  const gone = signs.find((one) => one.source === source);
  if (!gone) return [];
  const left = signs.filter((one) => one !== gone);
  const kept = hands.book.keep({ ...message, signs: left });
  if (left.some(({ sign }) => sign === gone.sign)) return [kept];
  const off = { sign: gone.sign, cause: source, isTakenAway: true };
  return [kept, ...signRows({ request, message }, off, hands)];
}

/** The row of a sign on the message as it was typed. @param cause names what it comes from */
export function signRows(
  { request, message }: Found,
  { sign, cause, isTakenAway }: Omit<ReactionSign, "on"> & { readonly cause: string },
  { parts }: Pick<RelayHands, "parts">,
): readonly Change[] {
  const side = typedSide(message, request, parts.knowledge().library.directory);
  const on = message.sourceId;
  if (!side || on === undefined) return [];
  const reply: Reply = {
    ...say(""),
    to: side.to,
    thread: side.thread,
    kind: "relay",
    key: messageKey(
      "relay",
      request.id,
      message.position,
      "sign",
      sign,
      cause,
      isTakenAway ? 1 : 0,
    ),
    reaction: { sign, on, ...(isTakenAway === true && { isTakenAway }) },
  };
  return leaveOn(side, [reply], request, { parts });
}

/** Where a message was typed. */
function typedSide(
  { direction }: RequestMessage,
  request: Request,
  directory: Parameters<typeof teamSide>[1],
): Side | undefined {
  return direction === "in" ? askerSide(request) : teamSide(request, directory);
}

import type { IncomingMessage } from "../../../model/incoming-message.ts";
import { holderOf } from "../../../model/request.ts";
import { standingOf } from "../team/desk.ts";
import { adviserOf } from "../team/find-place.ts";
import type { Found } from "./find-relayed.ts";
import type { RelayHands } from "./relay-hands.ts";

/**
 * Whether a sign may cross: in a team's thread, that of who holds the request alone is for who asked; a
 * colleague's is among colleagues. Source: HANDOFF.md, 7.2.
 */
export function maySign(
  { request, message: { direction } }: Found,
  message: IncomingMessage,
  { parts }: RelayHands,
): boolean {
  if (direction === "out") return true;
  const adviser = adviserOf(message, parts.knowledge().library.directory);
  return adviser !== undefined && adviser.id === holderOf(request);
}

/** Whether a correction may cross: nothing of a suspended adviser does. Source: HANDOFF.md, 11. */
export async function mayCorrect({ message }: Found, hands: RelayHands): Promise<boolean> {
  if (message.direction !== "out" || message.adviser === undefined) return true;
  const { isSuspended } = await standingOf("adviser", message.adviser, hands);
  return !isSuspended;
}

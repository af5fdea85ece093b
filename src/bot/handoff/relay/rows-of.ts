import type { Reply } from "../../../model/reply.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import type { Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import { messageReplies } from "./message-replies.ts";
import type { RelayHands } from "./relay-hands.ts";
import { sideOf, type Side } from "./side-of.ts";

/** The message with the keys it leaves under, and the rows it leaves by; as it is while there is nowhere to show it. */
export function rowsOf(
  message: RequestMessage,
  request: Request,
  said: readonly RequestMessage[],
  { parts }: Pick<RelayHands, "parts">,
): { readonly message: RequestMessage; readonly rows: readonly Change[] } {
  const knowledge = parts.knowledge();
  const side = sideOf(message, request, knowledge.library.directory);
  if (!side) return { message, rows: [] };
  const replies = messageReplies({ message, request, side, knowledge, said });
  const keys = replies.map(({ key }) => key);
  const team = message.direction === "out" ? undefined : side.team;
  return { message: { ...message, keys, team }, rows: leaveOn(side, replies, request, { parts }) };
}

/** The rows of replies to one side: they go when its asker wants nothing kept. */
export function leaveOn(
  { owner }: Side,
  replies: readonly Reply[],
  { asker }: Request,
  { parts }: Pick<RelayHands, "parts">,
): readonly Change[] {
  const about = owner === undefined ? asker?.person : undefined;
  return parts.delivery.leave(owner, replies, undefined, about);
}

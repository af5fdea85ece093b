import { messageKey } from "../../../delivery/message-key.ts";
import { revise } from "../../../handoff/change-state.ts";
import type { Request } from "../../../model/request.ts";
import { say } from "../../../model/reply.ts";
import type { Change } from "../../../ports/store.ts";
import { eventHash } from "../../handled-events.ts";
import { replyTo } from "../../seat-notices.ts";
import type { RequestDesk } from "./desk.ts";

/**
 * Keeps words among colleagues with a request: they never cross.
 * @param request as it is by now, the note not counted yet
 * @returns the request with one message more, its revision as it was: it goes with a change of the caller's
 */
export function noted(
  request: Request,
  text: string,
  { adviser, message, book, now }: RequestDesk,
): { readonly request: Request; readonly changes: readonly Change[] } {
  const note = book.keep({
    request: request.id,
    owner: request.asker?.person,
    position: request.messages,
    direction: "note",
    author: "adviser",
    adviser: adviser.id,
    text,
    files: [],
    source: eventHash(message),
    sourceId: message.id,
    keys: [],
    state: "sent",
    isEdited: false,
    at: now.toISOString(),
    closedAt: request.closedAt,
  });
  return { request: { ...request, messages: request.messages + 1 }, changes: [note] };
}

/**
 * A note alone: kept, and signed 🔒 so that whoever wrote it sees that nobody else reads it. Of what its asker
 * erased or withdrew, nothing is kept any more.
 */
export function keepNote(desk: RequestDesk, text: string): readonly Change[] {
  const { request, book, now } = desk;
  if (!request.asker || request.state.kind === "withdrawn") return locked(desk);
  const { request: after, changes } = noted(revise(request, {}, now), text, desk);
  return [book.change(request, after), ...changes, ...locked(desk)];
}

/** 🔒 on what was just written. */
function locked({ message, team, parts }: RequestDesk): Change[] {
  // A press or a sign is no message of theirs.
  if (message.pressed !== undefined || message.reacts) return [];
  const key = messageKey("desk-locked", eventHash(message));
  const reply = replyTo(message.address, say(""), team.language, key);
  const reaction = { sign: "🔒", on: message.id };
  return parts.delivery.leave(undefined, [{ ...reply, thread: message.thread, reaction }]);
}

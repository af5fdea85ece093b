import type { MessageMeant } from "../../../model/incoming-message.ts";
import { fieldOf, idOf, numberOf } from "../field-of.ts";
import { messageText } from "./message-text.ts";

/** A message of Discord that is pointed at. @param id where it is known without the message itself */
export function messageMeant(
  message: unknown,
  ourUser: string,
  id = idOf(message, "id"),
): MessageMeant | undefined {
  if (id === undefined) return undefined;
  const author = idOf(message, "author", "id");
  return {
    id,
    from: author === ourUser ? undefined : author,
    text: author === undefined ? undefined : messageText(message, ourUser),
  };
}

/** The message that a message is a reply to; undefined for none, and for one that is only passed on. */
export function repliedTo(message: unknown, ourUser: string): MessageMeant | undefined {
  const isForward = numberOf(message, "message_reference", "type") === 1;
  if (isForward) return undefined;
  const id = idOf(message, "message_reference", "message_id");
  return id === undefined
    ? undefined
    : messageMeant(fieldOf(message, "referenced_message"), ourUser, id);
}

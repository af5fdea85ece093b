import type { RequestMessage } from "../../../model/request-message.ts";
import { remove, type Change } from "../../../ports/store.ts";
import { scrubDue } from "../../scrub-due.ts";
import type { Found } from "./find-relayed.ts";
import { shelfId } from "./message-replies.ts";
import { withdrawalsOf } from "./relay-edit.ts";
import type { RelayHands } from "./relay-hands.ts";
import { leaveOn } from "./rows-of.ts";
import { sideOf } from "./side-of.ts";

/**
 * Takes away, on the other side, what was taken away on this one: its text is kept nowhere. That there was
 * something stays known: positions of what follows do not move.
 * @returns what is to be written, and ids of files to drop once it is
 */
export function deleteRelayed(
  { request, message }: Found,
  { parts, book, now }: RelayHands,
): { readonly changes: readonly Change[]; readonly shelved: readonly string[] } {
  const { documents, library } = parts.knowledge();
  const side = sideOf(message, request, library.directory);
  const by = message.direction === "in" ? "asker" : (message.adviser ?? "bot");
  const event = book.record(request, `deleted-${message.position}`, by, now);
  const withdrawals = side
    ? leaveOn(side, withdrawalsOf(message, side.to), request, { parts })
    : [];
  return {
    changes: [
      book.keep(withoutText(message)),
      event,
      scrubDue(documents, now),
      // One under way may be shown all the same: its withdrawal comes after it.
      ...message.keys.map((key) => remove(documents.outbox, key)),
      ...withdrawals,
    ],
    shelved: message.files.map((_, at) => shelfId(message, at)),
  };
}

function withoutText(message: RequestMessage): RequestMessage {
  return { ...message, text: "", files: [], signs: undefined, state: "deleted" };
}

import type { EventContent } from "../room-event.ts";
import { fieldOf } from "../field-of.ts";
import { bodyOf, relatedBy, repliedTo, threadOf } from "./event-fields.ts";
import { openingOf } from "./strip-address.ts";
import type { RoomView, Us } from "./us.ts";

/** A message as it is judged: what surrounds it, and the words it has now. */
export interface Judged {
  /** The content of the event: relations are there. */
  readonly content: EventContent;
  /** The content that holds the words: the same, or that of a correction. */
  readonly said: EventContent;
}

/**
 * Whether a message is meant for us: always in a direct room; elsewhere when it mentions us, calls us
 * by name or by prefix, answers a message of ours, is in a thread of ours, corrects what we answered, or hands
 * somebody's message on to us.
 */
export function isForUs({ content, said }: Judged, room: RoomView, us: Us): boolean {
  return (
    room.isDirect ||
    isMentioned(said, us) ||
    openingOf(bodyOf(said), us) !== "" ||
    answersUs(content, us) ||
    handsOn(content, said)
  );
}

/** Whether a message mentions us: clients list it; of older ones, our id or a link to us is one. */
export function isMentioned(said: EventContent, { userId }: Pick<Us, "userId">): boolean {
  const listed = said["m.mentions"];
  if (listed !== undefined) {
    const users = fieldOf(listed, "user_ids");
    return Array.isArray(users) && users.includes(userId);
  }
  const html = said["formatted_body"];
  return bodyOf(said).includes(userId) || (typeof html === "string" && linksTo(html, userId));
}

function linksTo(html: string, userId: string): boolean {
  return [userId, encodeURIComponent(userId)].some((id) =>
    html.includes(`https://matrix.to/#/${id}"`),
  );
}

function answersUs(content: EventContent, us: Us): boolean {
  const replied = repliedTo(content);
  if (replied !== undefined && us.ours(replied) !== undefined) return true;
  // A correction does not say again what the message it corrects is related to.
  const edits = relatedBy(content, "m.replace");
  if (edits !== undefined && us.hasAnswered(edits)) return true;
  const root = threadOf(content);
  return root !== undefined && isThreadOfOurs(root, us);
}

/** Whether a thread is ours: under a question we answered it goes on with us, as under a message of ours. */
export function isThreadOfOurs(root: string, us: Pick<Us, "ours" | "hasAnswered">): boolean {
  return us.ours(root) !== undefined || us.hasAnswered(root);
}

/** Words by which a reply to somebody's message gives it to an adviser: « transmettre », "pass on". */
const handingOn =
  /^\s*[!/]?(?:transmettre|transmets|pass(?: this)? on|hand(?: this)? over)(?![\p{L}\p{N}])/iu;

function handsOn(content: EventContent, said: EventContent): boolean {
  return repliedTo(content) !== undefined && handingOn.test(bodyOf(said));
}

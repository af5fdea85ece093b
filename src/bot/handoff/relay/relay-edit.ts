import { messageKey } from "../../../delivery/message-key.ts";
import { revise } from "../../../handoff/change-state.ts";
import { MINUTE_MS } from "../../../model/durations.ts";
import { say, type Reply } from "../../../model/reply.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import type { Found } from "./find-relayed.ts";
import { messageReplies } from "./message-replies.ts";
import { unchanged, type Relayed, type RelayHands } from "./relay-hands.ts";
import { leaveOn, rowsOf } from "./rows-of.ts";
import { sideOf } from "./side-of.ts";

/** As long as a message is changed where it stands. Source: HANDOFF.md, 7.1. */
const IN_PLACE_MS = 15 * MINUTE_MS;

/** A correction of what was said. */
interface Correction {
  /** The platform's own id of the event that corrects. */
  readonly event: string;
  readonly text: string;
}

/** Corrects, on the other side, what was carried over: where it stands, or later by a message of its own. */
export async function editRelayed(
  { request, message }: Found,
  { event, text }: Correction,
  hands: RelayHands,
): Promise<Relayed> {
  const { book, parts, now } = hands;
  const isEmpty = text.trim() === "" && message.files.length === 0;
  if (message.state === "deleted" || isEmpty || message.text === text) {
    return unchanged(request);
  }
  const edited: RequestMessage = { ...message, text, isEdited: true };
  // It did not leave yet: it will as it is now.
  if (message.keys.length === 0) return { request, changes: [book.keep(edited)], drafts: [] };
  if (now.getTime() - Date.parse(message.at) > IN_PLACE_MS) {
    return correctLater({ request, message: edited }, { event, text }, hands);
  }
  const knowledge = parts.knowledge();
  const side = sideOf(message, request, knowledge.library.directory);
  if (!side) return { request, changes: [book.keep(edited)], drafts: [] };
  const said = await book.messages(request.id);
  const keepsFiles = message.files.length === 0 ? undefined : message.files.length;
  const replies = messageReplies({ message: edited, request, side, knowledge, said }, event).map(
    (reply, at) => inPlaceOf(at === 0 ? { ...reply, keepsFiles } : reply, message.keys[at]),
  );
  const gone = withdrawalsOf({ ...message, keys: message.keys.slice(replies.length) }, side.to);
  const kept = { ...edited, keys: replies.map(({ key }) => key) };
  const rows = leaveOn(side, [...replies, ...gone], request, hands);
  return { request, changes: [book.keep(kept), ...rows], drafts: [] };
}

/** What makes the messages disappear that one is shown as. */
export function withdrawalsOf({ keys }: RequestMessage, to: Reply["to"]): readonly Reply[] {
  return keys.map((replaces) => ({
    ...say(""),
    to,
    kind: "relay",
    key: messageKey("relay", "withdrawal", replaces),
    replaces,
    isWithdrawal: true,
  }));
}

function inPlaceOf(reply: Reply, replaces: string | undefined): Reply {
  return replaces === undefined ? reply : { ...reply, replaces };
}

async function correctLater(
  { request, message }: Found,
  { event, text }: Correction,
  hands: RelayHands,
): Promise<Relayed> {
  const { book, parts, now } = hands;
  const source = messageKey("correction", message.source ?? "", event);
  const said = await book.messages(request.id);
  if (said.some((one) => one.source === source)) return unchanged(request);
  const { library, tell } = parts.knowledge();
  const side = sideOf(message, request, library.directory);
  const language = side?.language ?? request.language;
  const changed = revise(request, { messages: request.messages + 1 }, now);
  const correction: RequestMessage = {
    ...message,
    position: request.messages,
    text: tell(language)("hr-correction", { text }),
    files: [],
    repliesTo: message.position,
    source,
    keys: [],
    shownAs: undefined,
    team: undefined,
    alsoShownAs: undefined,
    signs: undefined,
    state: "pending",
    isEdited: false,
    at: now.toISOString(),
  };
  const { message: kept, rows } = rowsOf(correction, changed, said, hands);
  return {
    request: changed,
    changes: [book.change(request, changed), book.keep(message), book.keep(kept), ...rows],
    drafts: [],
  };
}

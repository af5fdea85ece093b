import { revise } from "../../../../handoff/change-state.ts";
import { MINUTE_MS } from "../../../../model/durations.ts";
import type { HandoffEffect } from "../../../../model/handoff-effect.ts";
import type { IncomingMessage } from "../../../../model/incoming-message.ts";
import { directToPerson } from "../../../../model/address.ts";
import { messageId, type RequestMessage } from "../../../../model/request-message.ts";
import type { Request } from "../../../../model/request.ts";
import { remove, type Change } from "../../../../ports/store.ts";
import { nothingAbout, type AboutHandoff, type Acting } from "../../acting.ts";
import type { HandoffParts } from "../../handoff-parts.ts";
import { relayIn } from "../../relay/relay-in.ts";
import type { RelayHands } from "../../relay/relay-hands.ts";
import type { RequestBook } from "../../request-book.ts";

/** What waits for "for whom?" goes to the adviser after that. Source: HANDOFF.md, 7.4. */
const WAITS_MS = 2 * MINUTE_MS;

/** The mark of a request with words that wait, by which it is found. */
const HELD_MARK = "held-words";

/** Keeps what was just said with a request until it is known whom it is for; with what waits there already. */
export async function holdWords(
  { request: id, text }: Extract<HandoffEffect, { kind: "hold-words" }>,
  { who, book }: Acting,
): Promise<AboutHandoff> {
  const request = await book.get(id);
  if (!request) return nothingAbout;
  const { message, now } = who;
  const waiting = await waitingIn(request, book);
  const isCorrection = message.edits !== undefined && waiting?.sourceId === message.edits;
  const at = now.toISOString();
  const marks = [...unmarked(request), { kind: HELD_MARK, since: at, at }];
  const messages = waiting ? request.messages : request.messages + 1;
  const after = revise(request, { marks, messages }, now);
  const held: RequestMessage = {
    request: id,
    owner: request.asker?.person,
    position: waiting?.position ?? request.messages,
    direction: "draft",
    author: "asker",
    text: waiting && !isCorrection ? `${waiting.text}\n\n${text}` : text,
    files: [],
    sourceId: message.edits ?? message.id,
    keys: [],
    state: "pending",
    isEdited: false,
    at,
  };
  return { changes: [book.change(request, after), book.keep(held)], drafts: [] };
}

/** What waits is given to who holds the request, or was for the assistant and is kept no longer. */
export async function settleHeld(
  { request: id, isForAdviser, to }: Extract<HandoffEffect, { kind: "settle-held" }>,
  { who, parts, book }: Acting,
): Promise<AboutHandoff> {
  const request = await book.get(id);
  if (!request) return nothingAbout;
  const hands = { parts, book, now: who.now };
  const { changes, waiting, freed } = await free(request, hands);
  if (!waiting || !isForAdviser)
    return { changes: [...changes, ...stored(request, freed, hands)], drafts: [] };
  const other = to === undefined || to === id ? undefined : await book.get(to);
  if (other) {
    const given = await give(other, waiting, hands);
    return {
      changes: [...changes, ...stored(request, freed, hands), ...given.changes],
      drafts: given.drafts,
    };
  }
  const given = await give({ ...freed, revision: request.revision }, waiting, hands);
  return { changes: [...changes, ...given.changes], drafts: given.drafts };
}

/** What they say now, after what waited: both go, in the order they were said. */
export async function relayWords(
  { request: id, text }: Extract<HandoffEffect, { kind: "relay" }>,
  { who, parts, book }: Acting,
): Promise<AboutHandoff> {
  const request = await book.get(id);
  if (!request) return nothingAbout;
  const { message, now } = who;
  const hands = { parts, book, now };
  const { changes, waiting, freed } = await free(request, hands);
  const isCorrection = message.edits !== undefined && waiting?.sourceId === message.edits;
  const as = { ...freed, revision: request.revision };
  const first = waiting && !isCorrection ? await give(as, waiting, hands) : undefined;
  // What was held was never carried over: its correction is a first message.
  const { edits, ...fresh } = message;
  const said = isCorrection && edits !== undefined ? { ...fresh, id: edits } : message;
  const relayed = await relayIn(first?.request ?? as, { message: said, text }, hands);
  const isUnchanged = relayed.changes.length === 0 && first === undefined && waiting !== undefined;
  return {
    changes: [
      ...changes,
      ...(first?.changes ?? []),
      ...relayed.changes,
      ...(isUnchanged ? stored(request, freed, hands) : []),
    ],
    drafts: relayed.drafts,
  };
}

/** Gives what waited for two minutes to who holds the request: called as time passes. */
export async function passHeldWords(parts: HandoffParts, book: RequestBook): Promise<void> {
  const { store, clock } = parts;
  const now = clock.now();
  const due = (await book.all()).filter((request) => isDue(request, now));
  for (const { id } of due) {
    // One after the other: each holds its request.
    // oxlint-disable-next-line no-await-in-loop
    await book.holding([id], async () => {
      const request = await book.get(id);
      if (!request || !isDue(request, now)) return;
      const hands = { parts, book, now };
      const { changes, waiting, freed } = await free(request, hands);
      const given =
        waiting && (await give({ ...freed, revision: request.revision }, waiting, hands));
      await store.write([...changes, ...(given?.changes ?? stored(request, freed, hands))]);
    });
  }
}

function isDue({ marks }: Request, now: Date): boolean {
  const mark = marks.find(({ kind }) => kind === HELD_MARK);
  return mark !== undefined && now.getTime() - Date.parse(mark.since) >= WAITS_MS;
}

/** The request without words that wait, and what takes them away. */
async function free(request: Request, { parts, book, now }: RelayHands) {
  const waiting = await waitingIn(request, book);
  const { requestMessages } = parts.knowledge().documents;
  const changes = waiting ? [remove(requestMessages, messageId(request.id, waiting.position))] : [];
  const freed = waiting ? revise(request, { marks: unmarked(request) }, now) : request;
  return { waiting, changes, freed };
}

function stored(before: Request, after: Request, { book }: RelayHands): Change[] {
  return after === before ? [] : [book.change(before, after)];
}

async function give(
  request: Request,
  { text, sourceId = "", at }: RequestMessage,
  hands: RelayHands,
) {
  const { answerIn, person } = request.asker ?? {};
  if (!answerIn || person === undefined) return { request, changes: [], drafts: [] };
  const message: IncomingMessage = {
    id: sourceId,
    from: directToPerson(person).person ?? "",
    isFromBot: false,
    roles: [],
    address: answerIn,
    text,
    pressed: undefined,
    isForUs: true,
    sentAt: new Date(at),
  };
  return relayIn(request, { message, text }, hands);
}

async function waitingIn({ id }: Request, book: RequestBook): Promise<RequestMessage | undefined> {
  const said = await book.messages(id);
  return said.findLast(({ direction, position }) => direction === "draft" && position > 0);
}

function unmarked({ marks }: Request) {
  return marks.filter(({ kind }) => kind !== HELD_MARK);
}

import { messageKey } from "../../../delivery/message-key.ts";
import type { Team } from "../../../model/directory.ts";
import type { OutboxRow } from "../../../model/outbox-row.ts";
import { say, type Reply } from "../../../model/reply.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import { isOpen, numberOf, type Request } from "../../../model/request.ts";
import { put, remove, type Change } from "../../../ports/store.ts";
import { maskPersonalData } from "../../../privacy/mask-personal-data.ts";
import { scrubDue } from "../../scrub-due.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import { withdrawalsOf } from "../relay/relay-edit.ts";
import { sideOf } from "../relay/side-of.ts";
import type { RequestBook } from "../request-book.ts";
import { addressOf } from "../tell-people.ts";
import { dropTexts } from "./close-texts.ts";
import { dropFiles } from "./lost-files.ts";

/** What erasing takes. */
export interface Erasing {
  readonly book: RequestBook;
  readonly parts: HandoffParts;
  readonly now: Date;
}

/** What erasing comes to. */
export interface Erased {
  /** To be written at once. */
  readonly changes: readonly Change[];
  /** Whether something of it was read on the other side, where others may have kept it. */
  readonly wasRead: boolean;
}

/**
 * What erases everything that was said of a request: its texts, what waits to be sent of them, its files, its
 * asker, and what was shown of it on the other side where the platform lets us. Its number, its states and its
 * dates stay, about nobody. Called while it is held. Source: HANDOFF.md, 11.
 * @param id one that was erased already, or is unknown, changes nothing
 */
export async function eraseRequest(id: string, { book, parts, now }: Erasing): Promise<Erased> {
  const request = await book.get(id);
  if (!request?.asker) return { changes: [], wasRead: false };
  const { knowledge } = parts;
  const { documents } = knowledge();
  const said = await book.messages(id);
  await dropFiles(said, parts);
  const after = erased(request, now);
  const kept =
    request.state.kind === "draft"
      ? [remove(documents.requests, id)]
      : [book.change(request, after), book.record(after, "erased", "asker", now)];
  const shown = whatWasShown(request, said, parts);
  return {
    changes: [
      ...kept,
      ...(await dropTexts(id, book, parts)),
      ...(await dropQuestions(request, said, parts)),
      ...(await dropRows(request, said, parts)),
      ...(await dropOpinions(request, parts)),
      ...parts.delivery.leave(undefined, shown),
      scrubDue(documents, now),
    ],
    wasRead: request.offers.some(({ shownAs }) => shownAs !== undefined),
  };
}

/**
 * The same of all of somebody's requests, when they want nothing kept. Written after what erases their documents:
 * the numbers and dates that stay are about nobody.
 * @param person see `personKey`
 */
export async function eraseAllOf(person: string, erasing: Erasing): Promise<readonly Change[]> {
  const theirs = await erasing.book.of(person);
  const all = await Promise.all(theirs.map(({ id }) => eraseRequest(id, erasing)));
  return all.flatMap(({ changes }) => changes);
}

function erased(request: Request, now: Date): Request {
  const at = now.toISOString();
  const isOver = request.state.kind !== "draft" && !isOpen(request);
  return {
    ...request,
    revision: request.revision + 1,
    asker: undefined,
    state: isOver ? request.state : { kind: "withdrawn", since: at },
    turn: "none",
    waitingSince: undefined,
    asks: undefined,
    knownAs: undefined,
    closedAt: request.closedAt ?? at,
    updatedAt: at,
  };
}

/** What takes away what is shown of it: relayed messages on both sides, the sheet, the words in the offers. */
function whatWasShown(
  request: Request,
  said: readonly RequestMessage[],
  parts: HandoffParts,
): readonly Reply[] {
  const { directory } = parts.knowledge().library;
  const offers = request.offers.flatMap((offer) => {
    const team = directory.teams.find(({ id }) => id === offer.team);
    return team ? [emptiedOffer(request, offer.key, team, parts)] : [];
  });
  const theirs = said.flatMap((message) => {
    const side = sideOf(message, request, directory);
    return side ? withdrawalsOf(message, side.to) : [];
  });
  return [...theirs, ...offers];
}

/** An offer without its words: the thread below it stays where it is. */
function emptiedOffer(
  request: Request,
  key: string,
  team: Team,
  { knowledge }: HandoffParts,
): Reply {
  const { language, room } = team;
  return {
    ...say(knowledge().tell(language)("ht-erased-offer", { number: numberOf(request) })),
    to: addressOf(room),
    kind: "reply",
    key: messageKey("handoff", request.id, "erased", key),
    language,
    replaces: key,
    isOnlyInPlace: true,
  };
}

/** Drops what waits in the outbox and tells of it, to whoever it goes. */
async function dropRows(
  request: Request,
  said: readonly RequestMessage[],
  { store, knowledge }: HandoffParts,
): Promise<Change[]> {
  const { outbox } = knowledge().documents;
  const keys = new Set([
    ...said.flatMap((message) => message.keys),
    ...request.offers.map(({ key }) => key),
  ]);
  const threads = new Set(request.offers.flatMap(({ shownAs }) => shownAs ?? []));
  const name = new RegExp(`\\b${numberOf(request)}\\b`, "u");
  const isOfIt = ({ reply }: OutboxRow) =>
    keys.has(reply.key) ||
    (reply.thread !== undefined && threads.has(reply.thread)) ||
    (request.number > 0 && name.test(reply.text));
  const waiting = await store.list(outbox);
  return waiting.filter(({ document }) => isOfIt(document)).map(({ id }) => remove(outbox, id));
}

/** What they said of the help goes too; how good it was stays, about nobody. */
async function dropOpinions(
  { id }: Request,
  { store, knowledge }: HandoffParts,
): Promise<Change[]> {
  const { helpFeedback } = knowledge().documents;
  const opinions = await store.list(helpFeedback);
  return opinions
    .filter((opinion) => opinion.id.startsWith(`${id}.`))
    .map(({ id: key, document: { team, adviser, score, at } }) =>
      put(helpFeedback, key, { team, adviser, score, at }),
    );
}

/** Drops the question where it was kept for curators, in the words that were given. */
async function dropQuestions(
  { asker }: Request,
  said: readonly RequestMessage[],
  { store, knowledge }: HandoffParts,
): Promise<Change[]> {
  const { keptQuestions } = knowledge().documents;
  const words = said.filter(({ author }) => author === "asker").map(({ text }) => text);
  const kept = await store.list(keptQuestions);
  return kept
    .filter(
      ({ document: { owner, question } }) =>
        owner === asker?.person &&
        words.some((text) => text.includes(question) || maskPersonalData(text).includes(question)),
    )
    .map(({ id }) => remove(keptQuestions, id));
}

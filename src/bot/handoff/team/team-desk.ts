import { personKey } from "../../../model/address.ts";
import type { Adviser, Team } from "../../../model/directory.ts";
import type { IncomingMessage } from "../../../model/incoming-message.ts";
import { say } from "../../../model/reply.ts";
import type { RequestMessage } from "../../../model/request-message.ts";
import type { Request } from "../../../model/request.ts";
import type { Change } from "../../../ports/store.ts";
import type { AdviserWords } from "../../../understanding/handoff/adviser-wordings.ts";
import { readAdviserWords } from "../../../understanding/handoff/read-adviser-words.ts";
import { recordEvent, wasHandled } from "../../handled-events.ts";
import type { HandoffParts } from "../handoff-parts.ts";
import { holdStandings, standingId } from "../hold-standings.ts";
import { findShown } from "../relay/find-relayed.ts";
import type { RequestBook } from "../request-book.ts";
import { actInRoom } from "./act-in-room.ts";
import { actOnRequest } from "./act-on-request.ts";
import { answerAsker, correctedDraft } from "./answer-asker.ts";
import { coordinate } from "./coordinate.ts";
import { answer, standingOf, type Desk, type RequestDesk } from "./desk.ts";
import { talkOf, waitNoMore } from "./desk-talks.ts";
import {
  adviserOf,
  answersRelayed,
  coordinationOfRoom,
  onlyWaiting,
  requestMeant,
  teamOfRoom,
} from "./find-place.ts";
import { keepNote } from "./keep-note.ts";
import { readTeamMessage } from "./read-team-message.ts";
import { strangerTold } from "./stranger.ts";

/** Signs on an offer that take it. */
const takingSigns: ReadonlySet<string> = new Set(["✋", "🙋", "👍", "✅"]);

/** Hears what is said in the rooms and threads of teams. */
export class TeamDesk {
  readonly #parts: HandoffParts;
  readonly #book: RequestBook;

  constructor(parts: HandoffParts, book: RequestBook) {
    this.#parts = parts;
    this.#book = book;
  }

  /** @returns whether a message was for the desk: everything in the thread of a request is, and what is said of one */
  async hear(message: IncomingMessage): Promise<boolean> {
    const { directory } = this.#parts.knowledge().library;
    const { address, isFromBot } = message;
    if (isFromBot) return false;
    const team = teamOfRoom(address, directory);
    if (team) return this.#inOrder(message, (now) => this.#hearIn(team, message, now));
    const coordination = coordinationOfRoom(address, directory);
    if (!coordination) return false;
    return this.#inOrder(message, async (now) => {
      const desk = { parts: this.#parts, book: this.#book, now };
      return coordinate(message, coordination, desk);
    });
  }

  /** One message of a person after the other, none twice. */
  async #inOrder(
    message: IncomingMessage,
    task: (now: Date) => Promise<boolean>,
  ): Promise<boolean> {
    const { queue, clock, store, knowledge } = this.#parts;
    const person = personKey(message.address.platform, message.from);
    return queue.run(person, async () => {
      if (await wasHandled(message, store, knowledge().documents)) return true;
      return task(clock.now());
    });
  }

  async #hearIn(team: Team, message: IncomingMessage, now: Date): Promise<boolean> {
    const knowledge = this.#parts.knowledge();
    const words = wordsOf(message);
    const requests = await this.#book.all();
    const number = words && "number" in words ? words.number : undefined;
    const isInThread = message.thread !== undefined;
    const meant =
      requestMeant(message, number, { team, requests }) ??
      (words?.act === "take" && !isInThread ? onlyWaiting(team, requests) : undefined) ??
      (await this.#answered(message));
    const adviser = adviserOf(message, knowledge.library.directory);
    const tell = knowledge.tell(team.language);
    const here = { message, team, tell, parts: this.#parts, book: this.#book, now };
    const isAstray = !meant && !words && /^\s*!r(?:\s|$)/iu.test(message.text);
    if (!meant && !words && !isAstray) return false;
    if (message.reacts && !words) return false;
    if (!adviser || !team.advisers.includes(adviser.id)) {
      return this.#write(message, now, strangerTold(here, { meant, words }));
    }
    const desk: Desk = { ...here, adviser };
    const standings = [standingId("adviser", adviser.id), standingId("team", team.id)];
    return this.#book.holding(meant ? [meant.id] : [], () =>
      holdStandings(standings, this.#parts, async () => {
        const { isSuspended } = await standingOf("adviser", adviser.id, desk);
        if (isSuspended) {
          return this.#write(message, now, answer(desk, say(tell("hd-suspended"))));
        }
        if (isAstray) {
          return this.#write(message, now, answer(desk, say(tell("hd-write-in-thread"))));
        }
        if (!meant) return this.#write(message, now, words && (await actInRoom(words, desk)));
        const request = await this.#book.get(meant.id);
        if (!request) return true;
        return this.#write(message, now, await this.#aboutRequest(words, { ...desk, request }));
      }),
    );
  }

  /** @param desk the request is held and was read since */
  async #aboutRequest(
    words: AdviserWords | undefined,
    desk: RequestDesk,
  ): Promise<readonly Change[]> {
    const talk = await talkOf(desk);
    const at = { ...desk, talk };
    const { message, request } = desk;
    if (message.reacts) return words ? ((await actOnRequest(words, at)) ?? []) : [];
    if (message.edits !== undefined) return correctedDraft(at, message.edits);
    const said = await this.#book.messages(request.id);
    const isAnswer = answersRelayed(message, said);
    const isInThread = isThreadOf(message, request, desk.team);
    // In the room itself, only a whole command or an answer is about a request: the rest is talk.
    if (!isInThread && !isAnswer && message.pressed === undefined) {
      return words ? ((await actOnRequest(words, at)) ?? []) : [];
    }
    const read = readTeamMessage(message, {
      talk,
      answersRelayed: isAnswer,
      notes: notesOfOthers(said, desk.adviser),
    });
    switch (read.kind) {
      case "command":
        return (
          (await actOnRequest(read.words, at)) ??
          (await actInRoom(read.words, at)) ??
          keepNote(at, message.text)
        );
      case "to-asker":
        return answerAsker(at, read);
      case "unknown-choice":
        return answer(at, say(desk.tell("choice-gone")));
      case "note": {
        // What waited for their next message waited for this one, unless it was for a colleague.
        const over = message.repliesTo ? [] : waitNoMore(at);
        return [...over, ...keepNote(at, read.text)];
      }
    }
  }

  /** The request of a relayed message that is answered in the room: not every client knows threads. */
  async #answered({ repliesTo, address }: IncomingMessage): Promise<Request | undefined> {
    if (!repliesTo) return undefined;
    const hands = { parts: this.#parts, book: this.#book };
    return (await findShown(repliesTo.id, address, hands))?.request;
  }

  /** Writes all of it at once with the event. @param changes undefined when it was not for the desk */
  async #write(
    message: IncomingMessage,
    now: Date,
    changes: readonly Change[] | undefined,
  ): Promise<boolean> {
    if (!changes) return false;
    const { store, knowledge } = this.#parts;
    await store.write([...changes, recordEvent(message, knowledge().documents, now)]);
    return true;
  }
}

/** What a message says when it is a command, by word, button or sign. */
function wordsOf({ pressed, text, reacts }: IncomingMessage): AdviserWords | undefined {
  if (!reacts) return readAdviserWords(pressed ?? text);
  const sign = reacts.sign.replaceAll(/[\ufe0e\ufe0f]|\p{Emoji_Modifier}/gu, "");
  return takingSigns.has(sign) ? { act: "take" } : undefined;
}

/** What colleagues of somebody said among themselves. */
function notesOfOthers(said: readonly RequestMessage[], { id }: Adviser): readonly string[] {
  return said
    .filter(({ direction, adviser }) => direction === "note" && adviser !== id)
    .map(({ text }) => text);
}

function isThreadOf({ thread }: IncomingMessage, { offers }: Request, team: Team): boolean {
  return offers.some(
    (offer) => offer.team === team.id && offer.shownAs !== undefined && offer.shownAs === thread,
  );
}

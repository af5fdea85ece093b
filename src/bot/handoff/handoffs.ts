import { personKey } from "../../model/address.ts";
import type { Adviser } from "../../model/directory.ts";
import type { Deletion, IncomingMessage } from "../../model/incoming-message.ts";
import type { Reply } from "../../model/reply.ts";
import type { Effect } from "../../model/turn.ts";
import type { AboutHandoff, Asking } from "./acting.ts";
import { forgetDrafts } from "./asking/acts/forget-draft.ts";
import { passHeldWords } from "./asking/acts/held-words.ts";
import { tellErased } from "./asking/acts/tell-erased.ts";
import { carryOut } from "./carry-out.ts";
import type { HandoffParts } from "./handoff-parts.ts";
import type { HandoffView } from "./handoff-view.ts";
import { holdStandings, standingId } from "./hold-standings.ts";
import { DueRequests } from "./later/due-requests.ts";
import { eraseAllOf } from "./later/erase-request.ts";
import { LostFiles } from "./later/lost-files.ts";
import { Relay, type WriteWith } from "./relay/relay.ts";
import { mayChange, RequestBook } from "./request-book.ts";
import { TeamDesk } from "./team/team-desk.ts";

/** Gives questions to people, and brings their answers back. Source: HANDOFF.md. */
export class Handoffs {
  readonly #parts: HandoffParts;
  readonly #book: RequestBook;
  readonly #relay: Relay;
  readonly #due: DueRequests;
  readonly #desk: TeamDesk;
  readonly #files: LostFiles;

  /** Messages that were put in the outbox and that no turn sends. */
  #left = 0;

  constructor(given: HandoffParts) {
    const parts = { ...given, delivery: this.#noting(given.delivery) };
    this.#parts = parts;
    this.#book = new RequestBook(parts);
    this.#relay = new Relay(parts, this.#book);
    this.#due = new DueRequests(parts, this.#book);
    this.#desk = new TeamDesk(parts, this.#book);
    this.#files = new LostFiles(parts);
  }

  /** Before anybody speaks: drops what a crash left behind. */
  async start(): Promise<void> {
    await this.#files.atStart();
  }

  /**
   * Runs a turn of somebody while nobody else changes their requests, nor what they said of themselves as an
   * adviser. @param person see `personKey`
   */
  async holding<T>(person: string, turn: () => Promise<T>): Promise<T> {
    const adviser = this.#adviserCalled(person);
    const standings = adviser ? [standingId("adviser", adviser.id)] : [];
    return this.#book.holdingThoseOf(person, () => holdStandings(standings, this.#parts, turn));
  }

  /** What is known of somebody's requests. */
  async of(person: string): Promise<HandoffView> {
    const { store, knowledge, platforms } = this.#parts;
    const { documents, library, settings } = knowledge();
    const { directory } = library;
    const requests = await this.#book.of(person);
    const said = await Promise.all(
      requests
        .filter((request) => mayChange(request))
        .map(async ({ id }) => [id, await this.#book.messages(id)] as const),
    );
    const standings = await store.list(documents.standings);
    return {
      requests,
      said: new Map(said),
      others: await this.#book.all(),
      directory,
      standings: new Map(standings.map(({ id, document }) => [id, document])),
      adviser: this.#adviserCalled(person),
      platforms: platforms(),
      timeZone: settings.timeZone,
    };
  }

  /** Prepares what a turn does about requests; nothing is written here. Called while they are held. */
  async during(effects: readonly Effect[], who: Asking): Promise<AboutHandoff> {
    const acting = { who, parts: this.#parts, book: this.#book };
    const done: AboutHandoff[] = [];
    for (const effect of effects) {
      if (effect.kind === "forget-me") {
        const erasing = { book: this.#book, parts: this.#parts, now: who.now };
        // oxlint-disable-next-line no-await-in-loop
        const told = tellErased(await this.#book.of(who.person), acting);
        // oxlint-disable-next-line no-await-in-loop
        done.push({ changes: [...(await eraseAllOf(who.person, erasing)), ...told], drafts: [] });
      }
      if (effect.kind !== "handoff") continue;
      // In order: what one act stores, the next may tell.
      // oxlint-disable-next-line no-await-in-loop
      done.push(await carryOut(effect.act, acting));
    }
    const isAboutRequests = effects.some(({ kind }) => kind === "handoff" || kind === "forget-me");
    const moved = isAboutRequests ? [] : await this.#relay.heardFrom(who);
    return {
      changes: [...done.flatMap(({ changes }) => changes), ...moved],
      drafts: done.flatMap(({ drafts }) => drafts),
    };
  }

  /** Takes what advisers say, press or sign in their rooms and threads, and signs of askers. @returns whether it was that */
  async hear(message: IncomingMessage): Promise<boolean> {
    if (await this.#relay.hear(message)) return true;
    if (await this.#desk.hear(message)) return true;
    // A sign on anything else says nothing to us.
    return message.reacts !== undefined;
  }

  /** Takes a relayed message away on the other side, and a draft made from one. */
  async forgetMessage(deletion: Deletion): Promise<void> {
    await this.#relay.forget(deletion);
    await forgetDrafts(deletion, this.#parts, this.#book);
  }

  /**
   * A message of a request is shown: what follows is written with its departure from the outbox.
   * @param shownAs the platform's own id of it
   * @param write given what follows, writes that and the departure
   */
  async shown(reply: Reply, shownAs: string | undefined, write: WriteWith): Promise<void> {
    await this.#relay.shown(reply, shownAs, write);
  }

  /** A message to one person was refused for good, as far as is known: who waits for it is told. */
  async refused(reply: Reply): Promise<void> {
    await this.#relay.refused(reply);
  }

  /**
   * How many messages were left so far that no turn sends. They are counted just before they are written: only who
   * left them knows when they can be sent.
   */
  get left(): number {
    return this.#left;
  }

  /** Does what is due: offers, reminds, widens, gives back, closes, asks, erases. */
  async passTime(): Promise<void> {
    await passHeldWords(this.#parts, this.#book);
    await this.#due.pass();
    await this.#relay.pass();
    await this.#files.pass();
  }

  #adviserCalled(person: string): Adviser | undefined {
    const { advisers } = this.#parts.knowledge().library.directory;
    return advisers.find(({ accounts }) =>
      accounts.some((account) => personKey(account.platform, account.person) === person),
    );
  }

  #noting(delivery: HandoffParts["delivery"]): HandoffParts["delivery"] {
    return {
      leave: (...row) => {
        this.#left += 1;
        return delivery.leave(...row);
      },
      sendPending: async (there) => delivery.sendPending(there),
    };
  }
}

import { Delivery } from "../delivery/deliver.ts";
import { personKey } from "../model/address.ts";
import type { Conversation } from "../model/conversation.ts";
import { isDeletion, type Incoming, type IncomingMessage } from "../model/incoming-message.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Clock } from "../ports/clock.ts";
import type { FileShelf } from "../ports/file-shelf.ts";
import type { Log } from "../ports/log.ts";
import type { PictureMaker } from "../ports/picture-maker.ts";
import type { Store } from "../ports/store.ts";
import type { KeptProgramme } from "../workshops/kept-programme.ts";
import { answeredBy } from "./address-replies.ts";
import { Announcements } from "./announcements.ts";
import { Coordination } from "./coordination/coordination.ts";
import { Chores } from "./chores.ts";
import { countWrites } from "./counted-store.ts";
import { Curation } from "./curation/curation.ts";
import type { ContentHands } from "./curation/settle-cluster.ts";
import { Deletions } from "./deletions.ts";
import { Diagnostics } from "./diagnostic/diagnostics.ts";
import { FailureNotices } from "./failure-notices.ts";
import { findConversation } from "./find-conversation.ts";
import { Gate, type GateLimits, type Passage } from "./gate.ts";
import { wasHandled } from "./handled-events.ts";
import { Handoffs } from "./handoff/handoffs.ts";
import { HearPeople } from "./hear-people.ts";
import { inSharedRoom } from "./in-shared-room.ts";
import { RequestBook } from "./handoff/request-book.ts";
import type { Knowledge } from "./knowledge.ts";
import { openLate } from "./open-late.ts";
import { openTurn } from "./open-turn.ts";
import { SignUps } from "./sign-ups.ts";
import { TurnQueue } from "./turn-queue.ts";
import { TurnTaker } from "./turn-taker.ts";
import { Upkeep } from "./upkeep.ts";

/** What a bot is made of. */
export interface BotParts {
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly platforms: readonly ChatPlatform[];
  /** The programme that is kept; without it, coordinators change nothing. */
  readonly programme?: KeptProgramme | undefined;
  readonly limits: GateLimits;
  /** Where files between people wait; without it, they are refused. */
  readonly shelf?: FileShelf | undefined;
  /** Writes pages; without it, none is made in chat. */
  readonly content?: ContentHands | undefined;
  /** Draws and prints; without it, results are told in words alone. */
  readonly pictures?: PictureMaker | undefined;
  /** So many characters nobody can guess: letters and digits that are not mistaken for one another. */
  readonly newCode: (length: number) => string;
  readonly clock: Clock;
  readonly log: Log;
}

/** Answers messages: one message, one turn. */
export class Bot {
  readonly #parts: BotParts;
  readonly #gate: Gate;
  readonly #queue = new TurnQueue();
  readonly #delivery: Delivery;
  readonly #upkeep: Upkeep;
  readonly #deletions: Deletions;
  readonly #signUps: SignUps;
  readonly #announcements: Announcements;
  readonly #coordination: Coordination;
  readonly #turns: TurnTaker;
  readonly #diagnostics: Diagnostics;
  readonly #handoffs: Handoffs;
  readonly #curation: Curation | undefined;
  readonly #people: HearPeople;
  #knowledge: Knowledge;
  readonly #failures: FailureNotices;
  readonly #there: ChatPlatform[] = [];
  readonly #chores: Chores;

  constructor(given: BotParts) {
    const parts = { ...given, store: countWrites(given.store) };
    this.#parts = parts;
    this.#knowledge = parts.knowledge;
    this.#gate = new Gate(parts.limits);
    this.#failures = new FailureNotices({
      ...parts,
      knowledge: () => this.#knowledge,
      languageOf: async (message) => (await this.#load(message, parts.clock.now())).language,
    });
    const { documents, kinds } = parts.knowledge;
    this.#delivery = new Delivery({
      ...parts,
      documents,
      queue: this.#queue,
      shown: async (reply, shownAs, write) => this.#handoffs.shown(reply, shownAs, write),
      refused: async (reply) => this.#handoffs.refused(reply),
      recheck: async (row, now, room) => this.#announcements.recheck(row, now, room),
    });
    const knowing = { ...parts, documents, knowledge: () => this.#knowledge };
    const sending = { ...knowing, delivery: this.#delivery };
    this.#announcements = new Announcements({ ...sending, queue: this.#queue });
    this.#signUps = new SignUps(sending);
    this.#upkeep = new Upkeep({ ...parts, documents, kinds, queue: this.#queue });
    const kept = { queue: this.#queue, upkeep: this.#upkeep, signUps: this.#signUps };
    this.#deletions = new Deletions({ ...sending, ...kept });
    this.#coordination = new Coordination({ ...sending, announcements: this.#announcements });
    this.#diagnostics = new Diagnostics({ ...sending, queue: this.#queue });
    const names = () => parts.platforms.map(({ name }) => name);
    const people = { ...sending, queue: this.#queue, platforms: names };
    this.#handoffs = new Handoffs(people);
    const { content } = parts;
    this.#curation = content && new Curation({ ...people, book: new RequestBook(people), content });
    this.#people = new HearPeople({
      ...parts,
      curation: this.#curation,
      handoffs: this.#handoffs,
      failures: this.#failures,
      directory: () => this.#knowledge.library.directory,
    });
    this.#turns = new TurnTaker({
      ...parts,
      handoffs: this.#handoffs,
      knowledge: () => this.#knowledge,
      coordination: this.#coordination,
      delivery: this.#delivery,
      upkeep: this.#upkeep,
      signUps: this.#signUps,
      diagnostics: this.#diagnostics,
    });
    this.#chores = new Chores({
      ...parts,
      diagnostics: this.#diagnostics,
      handoffs: this.#handoffs,
      curation: this.#curation,
      upkeep: this.#upkeep,
      signUps: this.#signUps,
      coordination: this.#coordination,
      announcements: this.#announcements,
      delivery: this.#delivery,
      there: this.#there,
    });
  }

  /** Finishes what a crash left undone and lets people in, each platform without waiting for the others. */
  async start(): Promise<void> {
    await this.#upkeep.purge();
    await this.#handoffs.start();
    await Promise.all(this.#parts.platforms.map((platform) => this.welcome(platform)));
  }

  /** Lets the people of one of our platforms in, then sends what a crash left for them. */
  async welcome(platform: ChatPlatform): Promise<void> {
    await platform.start((said) => this.receive(said));
    this.#there.push(platform);
    await this.tick();
  }

  /** As `Receive` says: takes in a message or a deletion. */
  async receive(given: Incoming): Promise<boolean> {
    const incoming = inSharedRoom(given, this.#knowledge.library.directory);
    const { left } = this.#handoffs;
    if (isDeletion(incoming)) {
      await this.#handoffs.forgetMessage(incoming);
      await this.#deletions.forget(incoming);
    } else if (!(await this.#people.hear(incoming))) await this.#hear(incoming);
    await this.#announcements.begin().catch((cause: unknown) => {
      this.#parts.log.error("tick-failed", cause);
    });
    // Not waited for: another platform may be slow.
    if (this.#handoffs.left > left) this.#chores.send();
    return this.#delivery.awaits(incoming.address, answeredBy(incoming));
  }

  /** Answers from now on with other knowledge of the same documents; turns under way end with the old. */
  adopt(knowledge: Knowledge): void {
    this.#knowledge = knowledge;
  }

  /** Does what is due: erases what was kept long enough, plans, has sent what waits; see `idle` for the end of that. */
  async tick(): Promise<void> {
    await this.#chores.tick();
  }

  /** Resolves once what ticks had to send is sent, or failed; never while a platform does not answer. */
  async idle(): Promise<void> {
    await this.#chores.idle();
    await this.#curation?.idle();
  }

  /** Lets turns under way finish, then leaves the platforms, each of them whatever another throws. */
  async stop(): Promise<void> {
    await this.#queue.idle();
    await this.#curation?.idle();
    const calendars = this.#announcements.stop();
    const leaving = [...this.#parts.platforms.map((platform) => platform.stop()), calendars];
    await Promise.allSettled(leaving);
    await Promise.all(leaving);
  }

  async #hear(message: IncomingMessage): Promise<void> {
    // One person's turns wait for each other in every room: "forget me" concerns them all.
    const person = personKey(message.address.platform, message.from);
    await this.#queue.run(person, async () => {
      try {
        const passage = await this.#judge(message);
        if (passage.kind === "yes") await this.#open(message);
        else if (passage.kind === "warn") await this.#failures.tell("too-fast", message);
        else this.#ignore(message, passage.why);
      } catch (cause) {
        await this.#failures.tellFailed(message, cause);
      }
    });
  }

  async #open(message: IncomingMessage): Promise<void> {
    const now = this.#parts.clock.now();
    const found = await this.#load(message, now);
    const opening = openTurn(found, message, now);
    const late = opening ? undefined : await openLate(found, message, now, this.#diagnostics);
    if (opening) {
      this.#showTyping(message);
      await this.#turns.take(message, opening);
    } else if (late) await this.#turns.take(late.message, late.opening, late.answered);
    else this.#ignore(message, "late-correction");
  }

  async #load(message: IncomingMessage, now: Date): Promise<Conversation> {
    return findConversation(message, now, { ...this.#parts, knowledge: this.#knowledge });
  }

  async #judge(message: IncomingMessage): Promise<Passage | { kind: "no"; why: "handled-before" }> {
    const { store, clock } = this.#parts;
    // Before the pace is judged: a replay is not the person writing again.
    const isReplay = await wasHandled(message, store, this.#knowledge.documents);
    if (isReplay) return { kind: "no", why: "handled-before" };
    return this.#gate.judge(message, clock.now());
  }

  #ignore(message: IncomingMessage, why: string): void {
    this.#parts.log.info("message-ignored", { platform: message.address.platform, why });
  }

  #showTyping(message: IncomingMessage): void {
    const { platforms, log } = this.#parts;
    const platform = platforms.find(({ name }) => name === message.address.platform);
    // Not waited for: an answer is worth more than the sign that it is coming.
    platform?.showTyping(message.address).catch((cause: unknown) => {
      log.error("typing-not-shown", cause, { platform: message.address.platform });
    });
  }
}

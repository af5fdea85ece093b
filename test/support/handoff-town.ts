import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { Bot } from "../../src/bot/bot.ts";
import { countWrites } from "../../src/bot/counted-store.ts";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import { personKey } from "../../src/model/address.ts";
import type { Directory } from "../../src/model/directory.ts";
import type { Incoming, IncomingMessage } from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { RequestEvent } from "../../src/model/request-event.ts";
import type { RequestMessage } from "../../src/model/request-message.ts";
import type { Request } from "../../src/model/request.ts";
import type { FileShelf } from "../../src/ports/file-shelf.ts";
import type { AnyDocumentType } from "../../src/model/document-type.ts";
import { put, type Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { newCode } from "../../src/system/new-code.ts";
import { FixedClock } from "./fixed-clock.ts";
import { handoffDirectory } from "./handoff-directory.ts";
import { keptLog } from "./kept-log.ts";
import { openRequest } from "./handoff-request.ts";
import { addressOfPerson, TownAdviser, TownAsker } from "./handoff-people.ts";
import { scriptedKnowledge, type Script } from "./small-library.ts";

/** What a town may be given. */
export interface TownParts {
  /** Platform of the asker: "here" or "there"; the first team is on the other one. */
  readonly asker?: "here" | "there";
  readonly directory?: Directory;
  /** What the assistant understands; anything else is unknown to it. */
  readonly script?: Script;
  /** Tuesday 24 November 2026, 10:00 in Paris: the first team is open. */
  readonly from?: string;
  readonly shelf?: FileShelf;
  /** In memory unless given; it is made for the documents of a library that knows this directory. */
  readonly store?: (kinds: readonly AnyDocumentType[]) => Promise<Store>;
  /** Set to make a platform refuse a message: what it throws. */
  readonly refuses?: (reply: Reply) => Error | undefined;
}

/** A wired bot, somebody who asks in private on one platform, and teams in their rooms on the other. */
export class HandoffTown {
  readonly clock: FixedClock;
  readonly log = keptLog();
  /** Everything that was really sent, in order. A platform's own id of a message is its key. */
  readonly sent: Reply[] = [];
  readonly directory: Directory;
  readonly knowledge: Knowledge;
  readonly store: Store;
  bot: Bot;
  readonly askerPlatform: string;
  readonly teamPlatform: string;
  /** Who asks. */
  readonly asker: TownAsker;
  /** Set it to make sending fail. */
  refuses: ((reply: Reply) => Error | undefined) | undefined;
  #platforms: readonly SimulatedPlatform[];
  readonly #shelf: FileShelf | undefined;
  #events = 0;
  messagesPerMinute = 100_000;

  private constructor(parts: TownParts, knowledge: Knowledge, store: Store) {
    const { asker = "here", from = "2026-11-24T09:00:00Z", shelf, refuses } = parts;
    this.askerPlatform = asker;
    this.teamPlatform = asker === "here" ? "there" : "here";
    this.refuses = refuses;
    this.clock = new FixedClock(from);
    this.directory = knowledge.library.directory;
    this.knowledge = knowledge;
    this.store = store;
    this.#shelf = shelf;
    this.#platforms = ["here", "there"].map((name) => this.#platform(name));
    this.bot = this.#newBot();
    this.asker = new TownAsker(this, "amina");
  }

  static async open(parts: TownParts = {}): Promise<HandoffTown> {
    const team = parts.asker === "there" ? "here" : "there";
    const directory = parts.directory ?? handoffDirectory({ team });
    const knowledge = scriptedKnowledge(parts.script ?? {}, { directory });
    const stored =
      (await parts.store?.(knowledge.kinds)) ?? createMemoryStore([...knowledge.kinds]);
    // What a test puts there itself is counted too: the bot sees it.
    const store = countWrites(stored);
    const town = new HandoffTown(parts, knowledge, store);
    await town.bot.start();
    await town.bot.idle();
    return town;
  }

  /** The process ends, as by `kill -9`, and another one begins on what it left. */
  async restarts(): Promise<void> {
    this.#platforms = ["here", "there"].map((name) => this.#platform(name));
    this.bot = this.#newBot();
    await this.bot.start();
    await this.bot.idle();
  }

  /** Somebody else who asks on the same platform. */
  personCalled(name: string): TownAsker {
    return new TownAsker(this, name);
  }

  /** Somebody of the directory, or anybody who writes in a team's room. */
  adviser(id: string, team = this.#teamOf(id)): TownAdviser {
    return new TownAdviser(this, id, team);
  }

  /** What was sent to a team's room and its threads, oldest first; the first team unless another is named. */
  team(id = "saint-exemple"): readonly Reply[] {
    const room = this.directory.teams.find((team) => team.id === id)?.room.room;
    return this.sent.filter(({ to }) => to.room === room);
  }

  /** What was sent to a room, or to a person: their name. */
  sentTo(room: string): readonly Reply[] {
    return this.sent.filter(({ to }) => [to.room, to.person].includes(room));
  }

  /**
   * A request somebody agreed to, put in the store as it stands after consent, without a dialogue: queued unless
   * changed, number 1 and up. Once time passes it is offered; `offered` in `handoff-request.ts` does it at once.
   */
  async hasRequest(changes: Partial<Request> = {}, text = "Faut-il l'accord des parents ?") {
    const number = (await this.requests()).length + 1;
    const { request, message } = openRequest({
      number,
      asker: {
        person: personKey(this.askerPlatform, "amina"),
        answerIn: addressOfPerson(this.askerPlatform, "amina"),
        language: "fr",
      },
      at: this.clock.now(),
      changes,
      text,
    });
    const { requests, requestMessages } = this.knowledge.documents;
    await this.store.write([
      put(requests, request.id, request),
      put(requestMessages, `${request.id}.00000`, message),
    ]);
    return request;
  }

  /** Time passes in one go, in minutes, and everything due is done. */
  async passes(minutes: number): Promise<void> {
    this.clock.moveByMs(minutes * 60_000);
    await this.ticks();
  }

  /** The same up to an instant (UTC, ISO 8601). */
  async passesTo(instant: string): Promise<void> {
    this.clock.moveTo(instant);
    await this.ticks();
  }

  /** Everything due now is done and sent. */
  async ticks(): Promise<void> {
    await this.bot.tick();
    await this.bot.idle();
  }

  async requests(): Promise<readonly Request[]> {
    const all = await this.store.list(this.knowledge.documents.requests);
    return all.map(({ document }) => document);
  }

  /** @throws when there is no such request */
  async request(number = 1): Promise<Request> {
    const found = (await this.requests()).find((request) => request.number === number);
    if (!found) throw new Error(`no request ${number}`);
    return found;
  }

  async messages(): Promise<readonly RequestMessage[]> {
    const all = await this.store.list(this.knowledge.documents.requestMessages);
    return all.map(({ document }) => document);
  }

  async events(): Promise<readonly RequestEvent[]> {
    const all = await this.store.list(this.knowledge.documents.requestEvents);
    return all.map(({ document }) => document);
  }

  /** Hands something in as a platform does; a fresh event unless it names one. @returns what was sent because of it */
  async hears(
    message: Partial<IncomingMessage> & Pick<IncomingMessage, "from" | "address">,
  ): Promise<readonly Reply[]> {
    return this.delivers(this.#event(message));
  }

  /** Hands something in and nothing more: what it leaves to be sent goes out at the next tick. */
  async heard(
    message: Partial<IncomingMessage> & Pick<IncomingMessage, "from" | "address">,
  ): Promise<void> {
    const { platform } = message.address;
    await this.#platforms.find(({ name }) => name === platform)?.deliver(this.#event(message));
  }

  /** Hands in an event as it is: the same twice is a replay. */
  async delivers(incoming: Incoming): Promise<readonly Reply[]> {
    const before = this.sent.length;
    const name = incoming.address.platform;
    await this.#platforms.find((platform) => platform.name === name)?.deliver(incoming);
    // What is left to others of a turn goes out at the next tick.
    await this.ticks();
    return this.sent.slice(before);
  }

  #newBot(): Bot {
    return new Bot({
      newCode,
      knowledge: this.knowledge,
      store: this.store,
      platforms: this.#platforms,
      limits: { messagesPerMinute: this.messagesPerMinute, oldestMessageHours: 24 },
      clock: this.clock,
      log: this.log,
      ...(this.#shelf && { shelf: this.#shelf }),
    });
  }

  #event(
    message: Partial<IncomingMessage> & Pick<IncomingMessage, "from" | "address">,
  ): IncomingMessage {
    this.#events += 1;
    return {
      id: `event-${this.#events}`,
      isFromBot: false,
      roles: [],
      text: "",
      pressed: undefined,
      isForUs: true,
      sentAt: this.clock.now(),
      ...message,
    };
  }

  #platform(name: string): SimulatedPlatform {
    return new SimulatedPlatform(name, (reply) => {
      const fault = this.refuses?.(reply);
      if (fault) throw fault;
      this.sent.push(reply);
    });
  }

  #teamOf(adviser: string): string {
    const team = this.directory.teams.find(({ advisers }) => advisers.includes(adviser));
    return team?.id ?? "saint-exemple";
  }
}

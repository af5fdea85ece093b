import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { countWrites } from "../../src/bot/counted-store.ts";
import type { HandoffParts } from "../../src/bot/handoff/handoff-parts.ts";
import { relayIn } from "../../src/bot/handoff/relay/relay-in.ts";
import { relayOut } from "../../src/bot/handoff/relay/relay-out.ts";
import type { RequestBook } from "../../src/bot/handoff/request-book.ts";
import { personKey } from "../../src/model/address.ts";
import type { IncomingMessage } from "../../src/model/incoming-message.ts";
import { say, type Reply } from "../../src/model/reply.ts";
import type { RequestMessage } from "../../src/model/request-message.ts";
import type { Request } from "../../src/model/request.ts";
import { put, type Store } from "../../src/ports/store.ts";
import { createMemoryShelf } from "../../src/stores/memory-shelf.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { FixedClock } from "./fixed-clock.ts";
import { handoffDirectory } from "./handoff-directory.ts";
import { openRequest } from "./handoff-request.ts";
import { messageLike } from "./message-like.ts";
import { keptLog } from "./kept-log.ts";
import { startRelay } from "./start-relay.ts";
import { scriptedKnowledge } from "./small-library.ts";

/** Where the asker reads, and the thread of the team. */
const askerRoom = { platform: "here", room: "@amina", isDirect: true };
const teamRoom = { platform: "there", room: "!saint-exemple", isDirect: false };
const thread = "offer-1";

/** Words carried between an asker and a team, without the talk around it: what a kill leaves is `store` and `shelf`. */
export class RelayRig {
  readonly clock: FixedClock;
  readonly log = keptLog();
  /** What each key shows now, in the order first shown; a platform shows a key once. */
  readonly sent: Reply[] = [];
  readonly knowledge = scriptedKnowledge(
    {},
    { directory: handoffDirectory({ team: "there", others: "there" }) },
  );
  readonly store: Store;
  #losesWrites = false;
  readonly shelf = createMemoryShelf();
  refuses: ((reply: Reply) => Error | undefined) | undefined;
  /** Awaited before each message is shown. */
  beforeShown: (reply: Reply) => Promise<void> = () => Promise.resolve();
  #parts: ReturnType<RelayRig["start"]>;

  constructor(from = "2026-11-24T09:00:00Z") {
    this.clock = new FixedClock(from);
    const store = createMemoryStore([...this.knowledge.kinds]);
    const write = store.write.bind(store);
    store.write = async (changes) => {
      if (this.#losesWrites) throw new Error("killed");
      await write(changes);
    };
    // Counting: what a test writes beside the bot is seen by it too.
    this.store = countWrites(store);
    this.#parts = this.start();
  }

  /** What is written from now on, until the restart, is lost with the process. */
  losesNextWrite(): void {
    this.#losesWrites = true;
  }

  /** As after a kill: everything in memory is gone. */
  restart(): void {
    this.#losesWrites = false;
    this.#parts = this.start();
  }

  async hasRequest(changes: Partial<Request> = {}): Promise<Request> {
    const at = this.clock.now();
    const asker = {
      person: personKey("here", "amina"),
      answerIn: askerRoom,
      language: "fr" as const,
    };
    const { request, message } = openRequest({
      number: 127,
      asker,
      at,
      text: "Faut-il l'accord des parents ?",
      changes: {
        state: { kind: "active", adviser: "camille", since: at.toISOString() },
        team: "saint-exemple",
        offers: [
          { team: "saint-exemple", rung: 1, at: at.toISOString(), key: "offer", shownAs: thread },
        ],
        ...changes,
      },
    });
    const { requests, requestMessages } = this.knowledge.documents;
    await this.store.write([
      put(requests, request.id, request),
      put(requestMessages, `${request.id}.00000`, message),
    ]);
    return request;
  }

  /** The asker says something; "a1" names the event. */
  async asks(id: string, text: string, changes: Partial<IncomingMessage> = {}): Promise<string[]> {
    const message = messageLike({
      sentAt: this.clock.now(),
      id,
      text,
      from: "amina",
      address: askerRoom,
      ...changes,
    });
    if (await this.#parts.relay.hear(message)) return [];
    return this.#carry((request, hands) => relayIn(request, { message, text }, hands));
  }

  /** The adviser says something for the asker. */
  async answers(id: string, text: string, changes: Partial<IncomingMessage> = {}): Promise<void> {
    const address = teamRoom;
    const message = messageLike({
      sentAt: this.clock.now(),
      id,
      text,
      from: "camille",
      address,
      thread,
      ...changes,
    });
    if (await this.#parts.relay.hear(message)) return;
    await this.#carry((request, hands) =>
      relayOut(request, { message, text, adviser: "camille" }, hands),
    );
  }

  /** Somebody takes a message, or a sign, away. */
  async deletes(deletes: string, by: "asker" | "adviser"): Promise<void> {
    const address = by === "asker" ? askerRoom : teamRoom;
    const from = by === "asker" ? "amina" : "camille";
    await this.#parts.relay.forget({ address, from, deletes });
  }

  /** An offer leaves for the room of the team. */
  async showsOffer(key: string): Promise<void> {
    const offer = { ...say("offre"), to: teamRoom, kind: "reply" as const, key, opensThread: true };
    await this.store.write(this.#parts.delivery.leave(undefined, [offer]));
    await this.sends();
  }

  async sends(): Promise<void> {
    const { delivery, platforms } = this.#parts;
    // What is shown may have something said to who wrote it.
    await delivery.sendPending(platforms);
    await delivery.sendPending(platforms);
  }

  async passes(minutes: number): Promise<void> {
    this.clock.moveByMs(minutes * 60_000);
    await this.#parts.relay.pass();
    await this.sends();
  }

  async heardFrom(address: IncomingMessage["address"]): Promise<void> {
    const { relay, book } = this.#parts;
    const person = personKey("here", "amina");
    await book.holdingThoseOf(person, async () => {
      const message = messageLike({
        sentAt: this.clock.now(),
        id: "again",
        text: "bonjour",
        from: "amina",
        address,
      });
      const now = this.clock.now();
      const before = { mode: { kind: "idle" } } as const;
      const who = { person, language: "fr" as const, address, turn: "t", message, before, now };
      await this.store.write(await relay.heardFrom(who));
    });
  }

  /** Texts shown on a side, in order, as they stand. */
  shownTo(side: "asker" | "team"): readonly Reply[] {
    const { room } = side === "asker" ? askerRoom : teamRoom;
    return this.sent.filter(({ to, reaction }) => to.room === room && !reaction);
  }

  /** Signs put on messages of a side, "off" for those taken away. */
  signsOn(side: "asker" | "team"): readonly string[] {
    const { room } = side === "asker" ? askerRoom : teamRoom;
    return this.sent.flatMap(({ to, reaction }) =>
      to.room === room && reaction
        ? [`${reaction.isTakenAway === true ? "off " : ""}${reaction.sign} ${reaction.on}`]
        : [],
    );
  }

  async request(): Promise<Request> {
    const [found] = await this.store.list(this.knowledge.documents.requests);
    if (!found) throw new Error("no request");
    return found.document;
  }

  async said(): Promise<readonly RequestMessage[]> {
    return this.#parts.book.messages((await this.request()).id);
  }

  start() {
    const { store, shelf, knowledge, clock, log } = this;
    const platforms = ["here", "there"].map((name) => this.#platform(name));
    return startRelay({ store, shelf, knowledge, clock, log, platforms });
  }

  #platform(name: string): SimulatedPlatform {
    const platform = new SimulatedPlatform(name, (reply) => {
      const fault = this.refuses?.(reply);
      if (fault) throw fault;
      if (!this.sent.some(({ key }) => key === reply.key)) this.sent.push(reply);
    });
    const send = platform.send.bind(platform);
    platform.send = async (reply) => {
      await this.beforeShown(reply);
      return send(reply);
    };
    return platform;
  }

  async #carry(
    carry: (
      request: Request,
      hands: { parts: HandoffParts; book: RequestBook; now: Date },
    ) => ReturnType<typeof relayIn>,
  ): Promise<string[]> {
    const { book, parts } = this.#parts;
    const { id } = await this.request();
    return book.holding([id], async () => {
      const request = await book.get(id);
      if (!request) throw new Error("no request");
      const done = await carry(request, { parts, book, now: this.clock.now() });
      await this.store.write(done.changes);
      return done.drafts.map(({ text }) => text);
    });
  }
}

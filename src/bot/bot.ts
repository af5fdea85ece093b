import { Delivery } from "../delivery/deliver.ts";
import { personKey } from "../model/address.ts";
import type { Conversation } from "../model/conversation.ts";
import { isDeletion, type Incoming, type IncomingMessage } from "../model/incoming-message.ts";
import type { Language } from "../model/language.ts";
import { say } from "../model/reply.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { PictureMaker } from "../ports/picture-maker.ts";
import type { Store } from "../ports/store.ts";
import type { KeptProgramme } from "../workshops/kept-programme.ts";
import { addressReply, answeredBy } from "./address-replies.ts";
import { Announcements } from "./announcements.ts";
import { Coordination } from "./coordination/coordination.ts";
import { Chores } from "./chores.ts";
import { countWrites } from "./counted-store.ts";
import { Deletions } from "./deletions.ts";
import { Diagnostics } from "./diagnostic/diagnostics.ts";
import { findConversation } from "./find-conversation.ts";
import { Gate, type GateLimits, type Passage } from "./gate.ts";
import { wasHandled } from "./handled-events.ts";
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
  #knowledge: Knowledge;
  readonly #there: ChatPlatform[] = [];
  readonly #chores: Chores;

  constructor(given: BotParts) {
    const parts = { ...given, store: countWrites(given.store) };
    this.#parts = parts;
    this.#knowledge = parts.knowledge;
    this.#gate = new Gate(parts.limits);
    const { documents, kinds } = parts.knowledge;
    this.#delivery = new Delivery({
      ...parts,
      documents,
      queue: this.#queue,
      recheck: async (row, now, room) => this.#announcements.recheck(row, now, room),
    });
    const knowing = { ...parts, documents, knowledge: () => this.#knowledge };
    const sending = { ...knowing, delivery: this.#delivery };
    this.#announcements = new Announcements({ ...sending, queue: this.#queue });
    this.#signUps = new SignUps(sending);
    this.#upkeep = new Upkeep({ ...parts, documents, kinds, queue: this.#queue });
    this.#deletions = new Deletions({
      ...parts,
      documents,
      queue: this.#queue,
      delivery: this.#delivery,
      upkeep: this.#upkeep,
      signUps: this.#signUps,
    });
    this.#coordination = new Coordination({
      ...parts,
      knowledge: () => this.#knowledge,
      delivery: this.#delivery,
      announcements: this.#announcements,
    });
    this.#diagnostics = new Diagnostics({ ...sending, queue: this.#queue });
    this.#turns = new TurnTaker({
      ...parts,
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
    await Promise.all(this.#parts.platforms.map((platform) => this.welcome(platform)));
  }

  /** Lets the people of one of our platforms in, then sends what a crash left for them. */
  async welcome(platform: ChatPlatform): Promise<void> {
    await platform.start((said) => this.receive(said));
    this.#there.push(platform);
    await this.tick();
  }

  /** As `Receive` says: takes in a message or a deletion. */
  async receive(incoming: Incoming): Promise<boolean> {
    await (isDeletion(incoming) ? this.#deletions.forget(incoming) : this.#hear(incoming));
    await this.#try(() => this.#announcements.begin());
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
  }

  /** Lets turns under way finish, then leaves the platforms, each of them whatever another throws. */
  async stop(): Promise<void> {
    await this.#queue.idle();
    const calendars = this.#announcements.stop();
    const leaving = [...this.#parts.platforms.map((platform) => platform.stop()), calendars];
    await Promise.allSettled(leaving);
    await Promise.all(leaving);
  }

  async #try(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (cause) {
      this.#parts.log.error("tick-failed", cause);
    }
  }

  async #hear(message: IncomingMessage): Promise<void> {
    // One person's turns wait for each other in every room: "forget me" concerns them all.
    const person = personKey(message.address.platform, message.from);
    await this.#queue.run(person, async () => {
      try {
        const passage = await this.#judge(message);
        if (passage.kind === "yes") await this.#open(message);
        else if (passage.kind === "warn") await this.#tell("too-fast", message);
        else this.#ignore(message, passage.why);
      } catch (cause) {
        await this.#fail(message, cause);
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

  /** The one place where a failed turn ends: logged with its cause, the person told, nothing half-saved. */
  async #fail(message: IncomingMessage, cause: unknown): Promise<void> {
    const { log } = this.#parts;
    log.error("turn-failed", cause, { platform: message.address.platform });
    try {
      await this.#tell("failed", message);
    } catch (second) {
      log.error("failure-not-told", second, { platform: message.address.platform });
    }
  }

  /** Words that say nothing was saved: they do not pass through the outbox. */
  async #tell(phrase: "failed" | "too-fast", message: IncomingMessage): Promise<void> {
    const { platforms } = this.#parts;
    const words = this.#knowledge.tell(await this.#languageOf(message))(phrase);
    const notice = { ...addressReply(say(words), message, phrase), kind: "notice" as const };
    await platforms.find(({ name }) => name === message.address.platform)?.send(notice);
  }

  async #languageOf(message: IncomingMessage): Promise<Language> {
    try {
      return (await this.#load(message, this.#parts.clock.now())).language;
    } catch {
      // The store may be what failed.
      return message.language ?? this.#knowledge.settings.language;
    }
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

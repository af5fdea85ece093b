import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { Bot } from "../../src/bot/bot.ts";
import { newCode } from "../../src/system/new-code.ts";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import type { IncomingMessage } from "../../src/model/incoming-message.ts";
import type { Registration } from "../../src/model/registration.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { FixedClock } from "./fixed-clock.ts";
import { keptLog } from "./kept-log.ts";
import { saidInPrivate } from "./said-in-private.ts";
import { scriptedKnowledge, sure } from "./small-library.ts";
import { workshopLike } from "./workshop-like.ts";

/** The workshop of the tests: number 12, twelve seats, on 9 March 2027 at 18:00 in Paris. */
export function workshopOfSeats(said: Partial<Workshop> = {}): Workshop {
  return workshopLike({
    id: "ateliers/12",
    number: 12,
    title: { fr: "Collecter en ligne", en: "Raising money online" },
    localEnd: "2027-03-09T20:00",
    capacity: 12,
    registration: { by: "bot" },
    joinSecret: "https://visio.example.org/secret",
    ...said,
  });
}

/** Questions of tests, understood as such. */
const script = {
  "comment s'inscrire ?": [sure("workshop.practical")],
  "c'est quand l'atelier collecter en ligne ?": [sure("workshop.practical")],
};

/** What tells English from French well enough for a test. */
const english = /\b(?:i'm|i|me|my|the|can't)\b/iu;

/** A whole bot on two simulated platforms, with a programme that tests change. */
export class SeatChat {
  readonly clock = new FixedClock("2027-03-01T09:00:00Z");
  readonly log = keptLog();
  readonly sent: Reply[] = [];
  readonly knowledge: Knowledge;
  readonly store;
  workshops: readonly Workshop[];
  #bot: Bot | undefined;
  #platforms: readonly SimulatedPlatform[] = [];
  #events = 0;

  private constructor(workshops: readonly Workshop[]) {
    this.workshops = workshops;
    const scripted = scriptedKnowledge(script);
    this.knowledge = {
      ...scripted,
      programme: () => this.workshops,
      understand: (text, context) => ({
        ...scripted.understand(text, context),
        language: english.test(text) ? "en" : context.language,
      }),
    };
    this.store = createMemoryStore(Object.values(this.knowledge.documents));
  }

  static async open(...workshops: readonly Workshop[]): Promise<SeatChat> {
    const chat = new SeatChat(workshops.length === 0 ? [workshopOfSeats()] : workshops);
    await chat.restart();
    return chat;
  }

  get bot(): Bot {
    if (!this.#bot) throw new Error("not started");
    return this.#bot;
  }

  /** Another process on the same store. */
  async restart(): Promise<void> {
    await this.#bot?.stop();
    const show = (reply: Reply) => void this.sent.push(reply);
    this.#platforms = ["here", "there"].map((name) => new SimulatedPlatform(name, show));
    this.#bot = new Bot({
      newCode,
      knowledge: this.knowledge,
      store: this.store,
      platforms: this.#platforms,
      limits: { messagesPerMinute: 60, oldestMessageHours: 6 },
      clock: this.clock,
      log: this.log,
    });
    await this.#bot.start();
    await this.#bot.idle();
  }

  /** What somebody alone reads of what their message leads to, with the choices below. */
  async says(
    who: string,
    text: string,
    changes: Partial<IncomingMessage> = {},
  ): Promise<readonly string[]> {
    const before = this.sent.length;
    this.#events += 1;
    const id = `event-${this.#events}`;
    const message = saidInPrivate(who, { id, text, sentAt: this.clock.now() }, changes);
    await this.#platforms.find(({ name }) => name === message.address.platform)?.deliver(message);
    return this.read(who, before);
  }

  async presses(
    who: string,
    label: string,
    changes: Partial<IncomingMessage> = {},
  ): Promise<readonly string[]> {
    return this.says(who, "", { pressed: label, ...changes });
  }

  /** What somebody reads alone, from a message on. */
  read(who: string, from = 0): readonly string[] {
    const [person = "", name = "here"] = who.split("@");
    return this.sent
      .slice(from)
      .filter(({ to }) => to.room === `@${person}` && to.platform === name)
      .map(({ text, choices }) => [text, ...choices.map(({ label }) => `[${label}]`)].join("\n"));
  }

  /** Time passes, and everything due is done. @returns what somebody reads of it */
  async at(instant: string, who: string): Promise<readonly string[]> {
    const before = this.sent.length;
    this.clock.moveTo(instant);
    await this.bot.tick();
    await this.bot.idle();
    return this.read(who, before);
  }

  async registrations(): Promise<readonly Registration[]> {
    const all = await this.store.list(this.knowledge.documents.registrations);
    return all.map(({ document }) => document).toSorted((a, b) => a.order - b.order);
  }

  /** A workshop changes, as a coordinator has it; whoever comes is told ten minutes later. */
  async change(changes: Partial<Workshop>): Promise<void> {
    const [before, ...others] = this.workshops;
    if (!before) throw new Error("no workshop");
    const updatedAt = this.clock.now().toISOString();
    const after = { ...before, ...changes, revision: before.revision + 1, updatedAt };
    this.workshops = [after, ...others];
    await this.bot.tick();
    await this.bot.idle();
  }
}

import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { Bot } from "../../src/bot/bot.ts";
import { newCode } from "../../src/system/new-code.ts";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import { keepProgramme } from "../../src/main/keep-programme.ts";
import type { FiledWorkshop } from "../../src/model/incoming-workshop.ts";
import type { IncomingMessage, Role } from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { KeptProgramme } from "../../src/workshops/kept-programme.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { keptLog } from "../support/kept-log.ts";
import { scriptedKnowledge } from "../support/small-library.ts";

/** The two platforms every town has. */
const platformNames = ["matrix", "discord"] as const;

/** A message as it came on the screen of a room or a person. */
export interface Shown {
  readonly at: Date;
  readonly reply: Reply;
  /** Its words, with the choices below. */
  readonly text: string;
}

/** What a town begins with. */
export interface TownParts {
  /** UTC instant (ISO 8601). */
  readonly from: string;
  /** What the files of `content/workshops` say. */
  readonly files?: readonly FiledWorkshop[];
}

/** What a process of a town is made of; a test may put its own in their place. */
export interface Life {
  readonly store: Store;
  readonly platforms: readonly ChatPlatform[];
}

/** A whole assistant on two simulated platforms, with its programme, its announcements and its sign-ups. */
export class Town {
  readonly clock: FixedClock;
  readonly log = keptLog();
  readonly shown: Shown[] = [];
  /** What was said anew where it stood, and notified nobody. */
  readonly corrected: Shown[] = [];
  readonly store: Store;
  readonly knowledge: Knowledge;
  #platforms: readonly SimulatedPlatform[] = [];
  #bot: Bot | undefined;
  #programme: KeptProgramme | undefined;
  #events = 0;

  private constructor({ from, files = [] }: TownParts) {
    this.clock = new FixedClock(from);
    this.knowledge = scriptedKnowledge({}, { workshops: files });
    this.store = createMemoryStore(this.knowledge.kinds);
  }

  static async open(parts: TownParts): Promise<Town> {
    const town = new Town(parts);
    await town.start();
    return town;
  }

  get bot(): Bot {
    if (!this.#bot) throw new Error("not started");
    return this.#bot;
  }

  get programme(): KeptProgramme {
    if (!this.#programme) throw new Error("not started");
    return this.#programme;
  }

  /** A process on the store as it is. */
  async start(life?: Life): Promise<void> {
    const { clock, log } = this;
    this.#platforms = platformNames.map(
      (name) => new SimulatedPlatform(name, (reply) => this.show(reply)),
    );
    const { store, platforms } = life ?? { store: this.store, platforms: this.#platforms };
    const { documents } = this.knowledge;
    const programme = await KeptProgramme.open({ store, documents, clock });
    const knowledge = await keepProgramme(this.knowledge, programme, { clock, log });
    this.#programme = programme;
    this.#bot = new Bot({
      newCode,
      knowledge,
      store,
      platforms,
      programme,
      limits: { messagesPerMinute: 600, oldestMessageHours: 6 },
      clock,
      log,
    });
    await this.#bot.start();
    await this.#bot.idle();
  }

  /** It is down until an instant, then starts again. */
  async isDownUntil(instant: string): Promise<void> {
    await this.bot.stop();
    this.clock.moveTo(instant);
    await this.start();
    await this.bot.tick();
    await this.bot.idle();
  }

  show(reply: Reply): void {
    const choices = reply.choices.map(({ label }) => `[${label}]`);
    const shown = reply.isOnlyInPlace === true ? this.corrected : this.shown;
    shown.push({ at: this.clock.now(), reply, text: [reply.text, ...choices].join("\n") });
  }

  /** Somebody (`amina@discord`; without a platform, on Matrix) writes, alone with it unless in a room. */
  async says(
    who: string,
    text: string,
    {
      room,
      roles = [],
      pressed,
      pressedKey,
    }: { room?: string; roles?: readonly Role[]; pressed?: string; pressedKey?: string } = {},
  ): Promise<string> {
    const before = this.shown.length;
    const [from = "", platform = "matrix"] = who.split("@");
    this.#events += 1;
    const message: IncomingMessage = {
      id: `event-${this.#events}`,
      from,
      isFromBot: false,
      roles,
      address: { platform, room: room ?? `@${from}`, isDirect: room === undefined },
      text,
      pressed,
      pressedKey,
      isForUs: true,
      sentAt: this.clock.now(),
    };
    await this.#platforms.find(({ name }) => name === platform)?.deliver(message);
    return this.shown
      .slice(before)
      .filter(({ reply: { to } }) => to.platform === platform)
      .map((one) => one.text)
      .join("\n---\n");
  }

  /** A coordinator writes in private. */
  async coordinates(...texts: readonly string[]): Promise<string> {
    let last = "";
    // One after the other, as one types.
    // oxlint-disable-next-line no-await-in-loop
    for (const text of texts) last = await this.says("olga", text, { roles: ["coordinator"] });
    return last;
  }

  /** A room asks for messages, as who has power in it does. */
  async subscribes(room: string, wish: string): Promise<string> {
    const [name = "", platform = "matrix"] = room.split("@");
    return this.says(`host@${platform}`, `abonner ${wish}`, {
      room: name,
      roles: ["room-coordinator"],
    });
  }

  async presses(who: string, label: string, room?: string): Promise<string> {
    return this.says(who, "", { pressed: label, ...(room !== undefined && { room }) });
  }

  /** Somebody presses the first button of the last message a room, or they alone, were shown. */
  async pressesFirst(who: string, shownIn: string): Promise<string> {
    const [name = ""] = who.split("@");
    const { reply } = this.seenIn(shownIn).at(-1) ?? {};
    const pressed = this.choiceOf(shownIn);
    const room = shownIn === `@${name}` ? {} : { room: shownIn };
    return this.says(who, "", { pressed, ...room, ...(reply && { pressedKey: reply.key }) });
  }

  /** Time passes tick by tick, and everything due is done. */
  async runUntil(instant: string, stepMinutes = 10): Promise<void> {
    const end = Date.parse(instant);
    while (this.clock.now().getTime() < end) {
      this.clock.moveByMs(Math.min(stepMinutes * 60_000, end - this.clock.now().getTime()));
      // Time goes one way.
      // oxlint-disable-next-line no-await-in-loop
      await this.bot.tick();
      await this.bot.idle();
    }
  }

  /** What a room, or somebody alone, was shown, from one message of the town on. */
  of(room: string, from = 0): readonly string[] {
    return this.seenIn(room, from).map(({ text }) => text);
  }

  /** What is written on the first button of the last message a room was shown. */
  choiceOf(room: string): string {
    return this.seenIn(room).at(-1)?.reply.choices[0]?.label ?? "";
  }

  /** The same, with its hour. */
  seenIn(room: string, from = 0): readonly Shown[] {
    return this.shown.slice(from).filter(({ reply: { to } }) => to.room === room);
  }
}

import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { Bot } from "../../src/bot/bot.ts";
import { newCode } from "../../src/system/new-code.ts";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import type { IncomingMessage } from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";
import type { RoomDescription } from "../../src/ports/chat-platform.ts";
import type { PictureMaker } from "../../src/ports/picture-maker.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import type { KeptProgramme } from "../../src/workshops/kept-programme.ts";
import { FixedClock } from "./fixed-clock.ts";
import { keptLog } from "./kept-log.ts";

const address = { platform: "here", room: "@amina", isDirect: true };

/** What a chat may be given. */
export interface ChatParts {
  readonly clock?: FixedClock;
  readonly programme?: KeptProgramme;
  /** What is known of rooms. */
  readonly rooms?: ReadonlyMap<string, RoomDescription>;
  readonly pictures?: PictureMaker;
}

/** A whole bot on one simulated platform: somebody says, the bot replies. */
export class Chat {
  readonly clock: FixedClock;
  readonly log = keptLog();
  readonly sent: Reply[] = [];
  readonly store: Store;
  readonly bot: Bot;
  /** Set it to make sending fail. */
  sendFault: Error | undefined;
  readonly #platform: SimulatedPlatform;
  #events = 0;

  private constructor(
    knowledge: Knowledge,
    store: Store,
    { clock, programme, rooms, pictures }: ChatParts,
  ) {
    this.store = store;
    this.clock = clock ?? new FixedClock("2026-11-23T09:00:00Z");
    const show = (reply: Reply) => {
      if (this.sendFault) throw this.sendFault;
      this.sent.push(reply);
    };
    this.#platform = new SimulatedPlatform("here", show, { ...(rooms && { rooms }) });
    this.bot = new Bot({
      newCode,
      knowledge,
      store,
      platforms: [this.#platform],
      limits: { messagesPerMinute: 60, oldestMessageHours: 6 },
      clock: this.clock,
      log: this.log,
      ...(programme && { programme }),
      ...(pictures && { pictures }),
    });
  }

  static async open(
    knowledge: Knowledge,
    store: Store = createMemoryStore(Object.values(knowledge.documents)),
    more: ChatParts = {},
  ): Promise<Chat> {
    const chat = new Chat(knowledge, store, more);
    await chat.bot.start();
    await chat.bot.idle();
    return chat;
  }

  /** The texts and choices of the replies to one message. */
  async says(text: string, changes: Partial<IncomingMessage> = {}): Promise<string[]> {
    const before = this.sent.length;
    this.#events += 1;
    await this.#platform.deliver({
      id: `event-${this.#events}`,
      from: "amina",
      isFromBot: false,
      roles: [],
      address,
      text,
      pressed: undefined,
      isForUs: true,
      sentAt: this.clock.now(),
      ...changes,
    });
    return this.sent
      .slice(before)
      .map((reply) => [reply.text, ...reply.choices.map(({ label }) => `[${label}]`)].join("\n"));
  }

  /** Takes a message away, one's own unless somebody else does. */
  async deletes(id: string, from = "amina"): Promise<void> {
    await this.#platform.deliver({ from, address, deletes: id });
  }

  async presses(label: string): Promise<string[]> {
    return this.says("", { pressed: label });
  }
}

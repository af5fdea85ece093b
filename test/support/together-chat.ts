import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { Bot } from "../../src/bot/bot.ts";
import type { Knowledge } from "../../src/bot/knowledge.ts";
import type { DiagnosticGroup } from "../../src/model/diagnostic-group.ts";
import type { DiagnosticRun } from "../../src/model/diagnostic-run.ts";
import type { IncomingMessage } from "../../src/model/incoming-message.ts";
import type { Reply } from "../../src/model/reply.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { newCode } from "../../src/system/new-code.ts";
import { FixedClock } from "./fixed-clock.ts";
import { keptLog } from "./kept-log.ts";
import { FakePictures } from "./result-chat.ts";
import { saidInPrivate } from "./said-in-private.ts";
import { scriptedKnowledge } from "./small-library.ts";

/** Several people on two platforms who take the diagnostic; "bob@there" is bob of the second one. */
export class TogetherChat {
  readonly clock: FixedClock;
  readonly log = keptLog();
  readonly sent: Reply[] = [];
  readonly knowledge: Knowledge = scriptedKnowledge({});
  readonly store = createMemoryStore(Object.values(this.knowledge.documents));
  readonly bot: Bot;
  readonly #platforms: readonly SimulatedPlatform[];
  #events = 0;

  private constructor(from: string) {
    this.clock = new FixedClock(from);
    const show = (reply: Reply) => void this.sent.push(reply);
    this.#platforms = ["here", "there"].map((name) => new SimulatedPlatform(name, show));
    this.bot = new Bot({
      newCode,
      knowledge: this.knowledge,
      store: this.store,
      platforms: this.#platforms,
      limits: { messagesPerMinute: 1000, oldestMessageHours: 6 },
      clock: this.clock,
      log: this.log,
      pictures: new FakePictures(),
    });
  }

  static async open(from = "2026-11-23T09:00:00Z"): Promise<TogetherChat> {
    const chat = new TogetherChat(from);
    await chat.bot.start();
    await chat.bot.idle();
    return chat;
  }

  /** What somebody reads of what they say. */
  async says(who: string, text: string, changes: Partial<IncomingMessage> = {}): Promise<string> {
    const before = this.sent.length;
    this.#events += 1;
    const id = `event-${this.#events}`;
    const message = saidInPrivate(who, { id, text, sentAt: this.clock.now() }, changes);
    await this.#platforms.find(({ name }) => name === message.address.platform)?.deliver(message);
    return this.sent.slice(before).map(wordsOf).join("\n---\n");
  }

  /** Says several things, one after the other; what is read of the last. */
  async saysAll(who: string, texts: readonly string[]): Promise<string> {
    let heard = "";
    // oxlint-disable-next-line no-await-in-loop
    for (const text of texts) heard = await this.says(who, text);
    return heard;
  }

  /** Time passes in one go, and everything due is done. @returns what each person reads of it */
  async tickAt(instant?: string): Promise<ReadonlyMap<string, readonly Reply[]>> {
    const before = this.sent.length;
    if (instant !== undefined) this.clock.moveTo(instant);
    await this.bot.tick();
    await this.bot.idle();
    const read = new Map<string, Reply[]>();
    for (const reply of this.sent.slice(before)) {
      const who = `${reply.to.person ?? reply.to.room.slice(1)}@${reply.to.platform}`;
      read.set(who, [...(read.get(who) ?? []), reply]);
    }
    return read;
  }

  async runs(): Promise<readonly DiagnosticRun[]> {
    const all = await this.store.list(this.knowledge.documents.diagnosticRuns);
    return all.map(({ document }) => document);
  }

  async groups(): Promise<readonly { readonly id: string; readonly document: DiagnosticGroup }[]> {
    return this.store.list(this.knowledge.documents.diagnosticGroups);
  }

  /** The collections in which a word stands anywhere. */
  async collectionsWith(word: string): Promise<readonly string[]> {
    const found = await Promise.all(
      this.knowledge.kinds.map(async (kind) => {
        const all = await this.store.list(kind);
        return JSON.stringify(all).includes(word) ? [kind.collection] : [];
      }),
    );
    return found.flat();
  }
}

function wordsOf({ text, choices }: Reply): string {
  return [text, ...choices.map(({ label }) => `[${label}]`)].join("\n");
}

import type { Announcement } from "../../src/delivery/announcement.ts";
import { proofOf, readEntries, type DeliveryProof } from "../../src/delivery/campaigns.ts";
import { Delivery } from "../../src/delivery/deliver.ts";
import type { Recheck } from "../../src/delivery/recheck.ts";
import { say, type Reply } from "../../src/model/reply.ts";
import { declareDocuments } from "../../src/model/stored-documents.ts";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import type { Store } from "../../src/ports/store.ts";
import type { Turns } from "../../src/ports/turns.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { keptLog } from "../support/kept-log.ts";

export const documents = declareDocuments({
  conversations: 7,
  keptQuestions: 90,
  handledEvents: 30,
});

/** When every test starts. */
export const monday = "2027-03-08T09:00:00.000Z";

/** A platform that shows what it is sent, unless a test says otherwise. */
class ScriptedPlatform implements ChatPlatform {
  readonly name = "here";
  readonly sent: Reply[] = [];
  /** Asked at each message: what it throws is thrown, what it returns is the id. */
  answer: (message: Reply) => Promise<string | undefined> = ({ key }) =>
    Promise.resolve(`id ${key}`);

  async send(message: Reply): Promise<string | undefined> {
    this.sent.push(message);
    return this.answer(message);
  }

  async start(): Promise<void> {}
  async showTyping(): Promise<void> {}
  async stop(): Promise<void> {}
}

/** Delivery on a memory store and a platform that does as it is told. */
export class DeliveryRig {
  readonly clock = new FixedClock(monday);
  readonly log = keptLog();
  readonly platform = new ScriptedPlatform();
  store: Store = createMemoryStore(Object.values(documents));
  recheck: Recheck = () => Promise.resolve({ kind: "send" });
  queue: Turns | undefined;
  delivery = this.open();

  /** Another process on the same store, as after a crash. */
  open(): Delivery {
    this.delivery = new Delivery({
      store: this.store,
      documents,
      platforms: [this.platform],
      clock: this.clock,
      log: this.log,
      recheck: (row, now, room) => this.recheck(row, now, room),
      ...(this.queue && { queue: this.queue }),
    });
    return this.delivery;
  }

  /** A tick, some minutes after the last. */
  async tick(afterMinutes = 0): Promise<void> {
    this.clock.moveByMs(afterMinutes * 60_000);
    await this.delivery.sendPending([this.platform]);
  }

  /** Names the rooms in which something was tried, in order. */
  get rooms(): string[] {
    return this.platform.sent.map(({ to }) => to.room);
  }

  get texts(): string[] {
    return this.platform.sent.map(({ text }) => text);
  }

  async proof(number = 1): Promise<DeliveryProof> {
    const campaign = await this.store.get(documents.campaigns, String(number));
    if (!campaign) throw new Error(`there is no announcement ${number}`);
    const entries = await readEntries([number], this.store, documents);
    return proofOf(campaign, entries.get(number) ?? []);
  }

  async outbox() {
    return (await this.store.list(documents.outbox)).map(({ document }) => document);
  }
}

/** An announcement for a room, useful for a day. */
export function announcement(
  room: string,
  { kind = "digest", workshop = "w1", text = "Annonce" } = {},
  more: Partial<Announcement> = {},
): Announcement {
  const key = `${workshop} ${kind} ${room}`;
  const to = { platform: "here", room, isDirect: false };
  return {
    key,
    covers: [],
    reply: { ...say(text), key, kind: "announcement", to },
    kind,
    workshops: [workshop],
    notBefore: new Date(monday),
    usefulUntil: new Date(Date.parse(monday) + 86_400_000),
    ...more,
  };
}

/** A reply of a conversation. */
export function reply(key: string, room: string, from = "amina"): Reply {
  const to = { platform: "here", room, isDirect: false };
  return { ...say(key), key, to, kind: "reply", inReplyTo: { id: `asked ${key}`, from } };
}

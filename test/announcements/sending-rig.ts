import { Announcer } from "../../src/announcements/announcer.ts";
import { announcementOutbox, recheckBy } from "../../src/bot/announcement-outbox.ts";
import { Delivery } from "../../src/delivery/deliver.ts";
import { messageKey } from "../../src/delivery/message-key.ts";
import type { Reply } from "../../src/model/reply.ts";
import { declareDocuments, kindsOf } from "../../src/model/stored-documents.ts";
import type { SubscriptionKind } from "../../src/model/subscription.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import type { ChatPlatform } from "../../src/ports/chat-platform.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { keptLog } from "../support/kept-log.ts";
import { saying } from "./announcing.ts";
import { room, workshop } from "./programme-of.ts";

/** The announcer on the real outbox, with one room whose platform may fail; it has ticked once. */
export class SendingRig {
  readonly clock: FixedClock;
  /** Until when every message is shown and its answer lost. */
  lostUntil = new Date(0);
  /** When each message was shown and answered for, UTC to the minute, and what it said. */
  readonly sent: { readonly at: string; readonly reply: Reply }[] = [];
  readonly announcer: Announcer;
  readonly #delivery: Delivery;
  readonly #platform: ChatPlatform;
  #workshops: readonly Workshop[] = [];

  static async start(kinds: readonly SubscriptionKind[], from = "2027-03-10T09:00:00Z") {
    const rig = new SendingRig(kinds, from);
    await rig.announcer.tick();
    return rig;
  }

  private constructor(kinds: readonly SubscriptionKind[], from: string) {
    const clock = new FixedClock(from);
    this.clock = clock;
    const documents = declareDocuments({ conversations: 7, keptQuestions: 180, handledEvents: 2 });
    const store = createMemoryStore(kindsOf(documents));
    const log = keptLog();
    this.#platform = {
      name: "simulated",
      send: (reply) => this.#show(reply),
      start: () => Promise.resolve(),
      showTyping: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    };
    const platforms = [this.#platform];
    const recheck = recheckBy(() => this.announcer);
    this.#delivery = new Delivery({ store, documents, platforms, clock, log, recheck });
    const rooms = [room("nantes", { kinds })];
    this.announcer = new Announcer({
      store,
      outbox: announcementOutbox({ delivery: this.#delivery, store, documents }),
      people: {
        attendees: () => Promise.resolve(new Map()),
        concerned: () => Promise.resolve([]),
        standing: () => Promise.resolve(undefined),
      },
      programme: () => this.#workshops,
      subscriptions: () => Promise.resolve(rooms),
      usual: { zone: "Europe/Paris", language: "fr" },
      coordinators: () => Promise.resolve([]),
      keyOf: messageKey,
      sayingIn: saying,
      clock,
      log,
    });
  }

  /** A workshop on 25 March, but for what a test says. */
  publish(id: string, changes: Partial<Workshop> = {}): void {
    const now = this.clock.now().toISOString();
    const times = { createdAt: now, updatedAt: now };
    const hours = { localStart: "2027-03-25T18:00", localEnd: "2027-03-25T20:00" };
    const one = workshop({ id, title: { fr: `Atelier ${id}` }, ...times, ...hours, ...changes });
    this.#workshops = [...this.#workshops, one];
  }

  change(id: string, changes: Partial<Workshop>): void {
    const updatedAt = this.clock.now().toISOString();
    this.#workshops = this.#workshops.map((one) =>
      one.id === id ? { ...one, revision: one.revision + 1, updatedAt, ...changes } : one,
    );
  }

  /** Every minute, what is due is planned and sent. */
  async until(instant: string): Promise<void> {
    while (this.clock.now() < new Date(instant)) {
      this.clock.moveByMs(60_000 - (this.clock.now().getTime() % 60_000));
      // Time goes one way.
      // oxlint-disable-next-line no-await-in-loop
      await this.announcer.tick();
      // oxlint-disable-next-line no-await-in-loop
      await this.#delivery.sendPending([this.#platform]);
    }
  }

  /** The first words of each message, in order; what was only said anew in its place begins with an arrow. */
  get heads(): readonly string[] {
    return this.sent.map(({ reply: { text, isOnlyInPlace } }) => {
      const head = text.split(/ : |\n/u)[0] ?? "";
      return isOnlyInPlace === true ? `-> ${head}` : head;
    });
  }

  /** The workshops each message names. */
  get named(): readonly (readonly string[])[] {
    return this.sent.map(({ reply }) => reply.text.match(/Atelier \w+/gu) ?? []);
  }

  async #show(reply: Reply): Promise<string> {
    if (this.clock.now() < this.lostUntil) throw new Error("504");
    this.sent.push({ at: this.clock.now().toISOString().slice(0, 16), reply });
    return `id ${reply.key}`;
  }
}

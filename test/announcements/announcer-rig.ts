import type { AnnouncementRow } from "../../src/announcements/announcer-ports.ts";
import { Announcer } from "../../src/announcements/announcer.ts";
import type { Attendee } from "../../src/announcements/programme.ts";
import { SimulatedPlatform } from "../../src/adapters/simulated/simulated-platform.ts";
import { messageKey } from "../../src/delivery/message-key.ts";
import { RehearsedOutbox } from "../../src/main/rehearsed-outbox.ts";
import type { Reply } from "../../src/model/reply.ts";
import { storedAnnouncerPlace, storedToldWorkshops } from "../../src/model/stored-announcer.ts";
import type { Recipient, Subscription } from "../../src/model/subscription.ts";
import type { Workshop } from "../../src/model/workshop.ts";
import type { Change } from "../../src/ports/store.ts";
import { createMemoryStore } from "../../src/stores/memory-store.ts";
import { createJsonLog } from "../../src/system/json-log.ts";
import { FixedClock } from "../support/fixed-clock.ts";
import { saying } from "./announcing.ts";

/** A message as a room saw it. */
export interface Seen {
  readonly room: string;
  /** UTC, to the minute. */
  readonly at: string;
  readonly text: string;
  readonly reply: Reply;
}

/** What a test begins with. */
export interface RigParts {
  readonly from: string;
  readonly rooms?: readonly Subscription[];
  readonly workshops?: readonly Workshop[];
  readonly attendees?: Readonly<Record<string, readonly Attendee[]>>;
  readonly coordinators?: readonly Recipient[];
}

/** The announcer with a clock, an outbox and a platform of a test's own; it has ticked once, at `from`. */
export class AnnouncerRig {
  readonly clock: FixedClock;
  readonly seen: Seen[] = [];
  /** What was said anew where it stood. */
  readonly corrected: Seen[] = [];
  readonly logged: string[] = [];
  readonly store = createMemoryStore([storedAnnouncerPlace, storedToldWorkshops]);
  readonly outbox = new BreakableOutbox(this.store);
  workshops: readonly Workshop[];
  announcer: Announcer;
  readonly #parts: RigParts;
  readonly #platform = new SimulatedPlatform("simulated", (reply) => {
    const at = this.clock.now().toISOString().slice(0, 16);
    const shown = reply.isOnlyInPlace === true ? this.corrected : this.seen;
    shown.push({ room: reply.to.room, at, text: reply.text, reply });
  });

  static async start(parts: RigParts): Promise<AnnouncerRig> {
    const rig = new AnnouncerRig(parts);
    await rig.announcer.tick();
    return rig;
  }

  private constructor(parts: RigParts) {
    this.#parts = parts;
    this.clock = new FixedClock(parts.from);
    this.workshops = parts.workshops ?? [];
    this.announcer = this.open();
  }

  /** The announcer of a process that just started. */
  open(): Announcer {
    const { rooms = [], attendees = {}, coordinators = [] } = this.#parts;
    return new Announcer({
      store: this.store,
      outbox: this.outbox,
      people: {
        attendees: () => Promise.resolve(new Map(Object.entries(attendees))),
        concerned: (id) => Promise.resolve((attendees[id] ?? []).map(({ recipient }) => recipient)),
        standing: (id, { person }) => {
          const found = (attendees[id] ?? []).find(({ recipient }) => recipient.person === person);
          const { wants = [], isSeated = true } = found ?? {};
          return Promise.resolve(found && { isListed: true, isSeated, wants });
        },
      },
      programme: () => this.workshops,
      subscriptions: () => Promise.resolve(rooms),
      usual: { zone: "Europe/Paris", language: "fr" },
      coordinators: () => Promise.resolve(coordinators),
      keyOf: messageKey,
      sayingIn: saying,
      clock: this.clock,
      log: createJsonLog(
        "info",
        (line) => this.logged.push(line),
        () => this.clock.now(),
      ),
    });
  }

  /** One workshop becomes another from now on. */
  change(id: string, changes: Partial<Workshop>): void {
    const updatedAt = this.clock.now().toISOString();
    this.workshops = this.workshops.map((one) =>
      one.id === id ? { ...one, revision: one.revision + 1, updatedAt, ...changes } : one,
    );
  }

  publish(...workshops: readonly Workshop[]): void {
    const updatedAt = this.clock.now().toISOString();
    const added = workshops.map((one) => ({ ...one, createdAt: updatedAt, updatedAt }));
    this.workshops = [...this.workshops, ...added];
  }

  /** Ticks until an instant, and sends what is due. */
  async runUntil(to: string, stepMs = 300_000): Promise<void> {
    const end = Date.parse(to);
    while (this.clock.now().getTime() < end) {
      const left = end - this.clock.now().getTime();
      this.clock.moveByMs(Math.min(stepMs, left));
      // Time goes one way.
      // oxlint-disable-next-line no-await-in-loop
      await this.tick();
    }
  }

  /** One tick now, and what is due then. */
  async tick(): Promise<void> {
    await this.announcer.tick();
    await this.outbox.sendDue(
      this.clock.now(),
      (planned) => this.announcer.renew(planned),
      async (reply) => {
        await this.#platform.send(reply);
      },
    );
  }

  /** What a room saw, in order. */
  of(room: string): readonly string[] {
    return this.seen.filter((one) => one.room === room).map(({ text }) => text);
  }
}

/** An outbox that can refuse a write. */
class BreakableOutbox extends RehearsedOutbox {
  isBroken = false;
  readonly enqueued: AnnouncementRow[] = [];

  override async enqueue(
    rows: readonly AnnouncementRow[],
    alongside: readonly Change[],
  ): Promise<void> {
    if (this.isBroken) throw new Error("no room on the disk");
    await super.enqueue(rows, alongside);
    this.enqueued.push(...rows);
  }
}

import type { Delivery } from "../delivery/deliver.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Log } from "../ports/log.ts";
import type { Announcements } from "./announcements.ts";
import type { Curation } from "./curation/curation.ts";
import type { Coordination } from "./coordination/coordination.ts";
import type { Diagnostics } from "./diagnostic/diagnostics.ts";
import type { Handoffs } from "./handoff/handoffs.ts";
import type { SignUps } from "./sign-ups.ts";
import type { Upkeep } from "./upkeep.ts";

/** Whose work is due at each tick. */
export interface ChoreParts {
  readonly upkeep: Upkeep;
  readonly signUps: Pick<SignUps, "passTime">;
  readonly coordination: Pick<Coordination, "publishDue">;
  readonly announcements: Announcements;
  readonly diagnostics: Pick<Diagnostics, "passTime">;
  readonly handoffs: Pick<Handoffs, "passTime" | "left">;
  readonly curation: Pick<Curation, "passTime"> | undefined;
  readonly delivery: Delivery;
  /** The platforms that were started. */
  readonly there: readonly ChatPlatform[];
  readonly log: Log;
}

/** What is done at each tick, whoever speaks or not. */
export class Chores {
  readonly #parts: ChoreParts;
  #ticking: Promise<void> = Promise.resolve();
  /** The sendings of ticks that are not over. */
  readonly #sending = new Set<Promise<void>>();

  constructor(parts: ChoreParts) {
    this.#parts = parts;
  }

  /** Plans what is due, one tick after the other, and has it sent: a room that does not answer holds up no tick. */
  async tick(): Promise<void> {
    this.#ticking = this.#ticking.then(() => this.#doWhatIsDue());
    await this.#ticking;
  }

  /** Resolves once what the ticks so far had to send is sent, or failed. */
  async idle(): Promise<void> {
    await this.#ticking;
    while (this.#sending.size > 0) {
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(this.#sending);
    }
  }

  /** Has sent what waits, without waiting for it; see `idle`. */
  send(): void {
    const sending = this.#send();
    this.#sending.add(sending);
    void sending.finally(() => this.#sending.delete(sending));
  }

  async #doWhatIsDue(): Promise<void> {
    const { upkeep, signUps, coordination, announcements, diagnostics, handoffs } = this.#parts;
    // Each of them whatever became of the others: what is planned already goes out in any case.
    await this.#try(() => upkeep.purgeHourly());
    await this.#try(() => signUps.passTime());
    await this.#try(() => coordination.publishDue());
    await this.#try(() => announcements.tick());
    await this.#try(() => diagnostics.passTime());
    await this.#try(() => handoffs.passTime());
    await this.#try(async () => this.#parts.curation?.passTime());
    this.send();
  }

  async #send(): Promise<void> {
    const { announcements, delivery, there, upkeep, handoffs } = this.#parts;
    await this.#try(async () => {
      let before: number;
      // What is shown may have something said to who wrote it.
      do {
        before = handoffs.left;
        // oxlint-disable-next-line no-await-in-loop
        await delivery.sendPending(there);
      } while (handoffs.left > before);
    });
    await this.#try(async () => {
      if (await announcements.tellProofs()) await delivery.sendPending(there);
    });
    // Last: what was just sent may name who was erased.
    await this.#try(() => upkeep.scrub());
  }

  async #try(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (cause) {
      this.#parts.log.error("tick-failed", cause);
    }
  }
}

import type { Delivery } from "../delivery/deliver.ts";
import type { ChatPlatform } from "../ports/chat-platform.ts";
import type { Log } from "../ports/log.ts";
import type { Announcements } from "./announcements.ts";
import type { Coordination } from "./coordination/coordination.ts";
import type { Diagnostics } from "./diagnostic/diagnostics.ts";
import type { SignUps } from "./sign-ups.ts";
import type { Upkeep } from "./upkeep.ts";

/** Whose work is due at each tick. */
export interface ChoreParts {
  readonly upkeep: Upkeep;
  readonly signUps: Pick<SignUps, "passTime">;
  readonly coordination: Pick<Coordination, "publishDue">;
  readonly announcements: Announcements;
  readonly diagnostics: Pick<Diagnostics, "passTime">;
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
    await Promise.all(this.#sending);
  }

  async #doWhatIsDue(): Promise<void> {
    const { upkeep, signUps, coordination, announcements, diagnostics } = this.#parts;
    // Each of them whatever became of the others: what is planned already goes out in any case.
    await this.#try(() => upkeep.purgeHourly());
    await this.#try(() => signUps.passTime());
    await this.#try(() => coordination.publishDue());
    await this.#try(() => announcements.tick());
    await this.#try(() => diagnostics.passTime());
    const sending = this.#send();
    this.#sending.add(sending);
    void sending.finally(() => this.#sending.delete(sending));
  }

  async #send(): Promise<void> {
    const { announcements, delivery, there, upkeep } = this.#parts;
    await this.#try(() => delivery.sendPending(there));
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

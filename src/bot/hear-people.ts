import { StoreError } from "../model/errors.ts";
import type { Directory } from "../model/directory.ts";
import type { IncomingMessage } from "../model/incoming-message.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { Curation } from "./curation/curation.ts";
import type { FailureNotices } from "./failure-notices.ts";
import { Gate, type GateLimits } from "./gate.ts";
import type { Handoffs } from "./handoff/handoffs.ts";
import { isSharedRoom } from "./in-shared-room.ts";

/** What hearing people who answer needs. */
export interface HearPeopleParts {
  readonly curation: Curation | undefined;
  readonly handoffs: Handoffs;
  readonly failures: FailureNotices;
  readonly directory: () => Directory;
  readonly limits: GateLimits;
  readonly clock: Clock;
  readonly log: Log;
}

/** Hears what is said among people who answer, before anything is asked of the assistant. */
export class HearPeople {
  readonly #parts: HearPeopleParts;
  /** Of their own: what they say in their rooms is no question to us. */
  readonly #pace: Gate;

  constructor(parts: HearPeopleParts) {
    this.#parts = parts;
    this.#pace = new Gate(parts.limits);
  }

  /**
   * @returns whether a message was theirs; of one that failed, or came too fast, who wrote it is told
   * @throws StoreError of a sign or a correction that could not be kept: nothing is said of these, they come again
   */
  async hear(message: IncomingMessage): Promise<boolean> {
    const { curation, handoffs, failures } = this.#parts;
    try {
      if (await this.#isTooFast(message)) return true;
      return (await curation?.hear(message)) === true || (await handoffs.hear(message));
    } catch (cause) {
      const isWordless = message.reacts !== undefined || message.edits !== undefined;
      if (isWordless && cause instanceof StoreError) throw cause;
      // It is said to nobody else: words among people could be taken for words to who asked.
      await failures.tellFailed(message, cause);
      return true;
    }
  }

  /** In their rooms, what is not for us costs nothing and is not counted. */
  async #isTooFast(message: IncomingMessage): Promise<boolean> {
    const { clock, failures, log } = this.#parts;
    const { address, isForUs, isFromBot, thread } = message;
    const isCounted = !isFromBot && (isForUs || thread !== undefined);
    if (!isCounted || !isSharedRoom(message, this.#parts.directory())) return false;
    const said = { ...message, isForUs: true, reacts: undefined };
    const passage = this.#pace.judge(said, clock.now());
    if (passage.kind === "warn") await failures.tell("too-fast", message);
    const isRefused = passage.kind === "no" && passage.why === "too-fast";
    if (isRefused) log.info("message-ignored", { platform: address.platform, why: passage.why });
    return isRefused || passage.kind === "warn";
  }
}

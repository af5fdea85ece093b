import { OutcomeUnknown } from "../../../model/errors.ts";
import { LONGEST_ANNOUNCING_MS } from "../../../ports/chat-platform.ts";

/** One try of an announcement, which ends in time: the outbox alone decides whether there is another. */
export class AnnouncementTry {
  /**
   * Resolves once the announcement is shown, or refused for good.
   * @throws OutcomeUnknown when that takes too long, and what it was ended with
   */
  readonly over: Promise<void>;
  readonly #ending = new AbortController();
  readonly #timer: NodeJS.Timeout;
  #settle: (fault: Error | undefined) => void = () => undefined;

  constructor() {
    this.over = new Promise((resolve, reject) => {
      this.#settle = (fault) => {
        if (fault) reject(fault);
        else resolve();
      };
    });
    // Whoever waits for it hears of it; before that, it is not an unhandled rejection.
    this.over.catch(() => undefined);
    this.#timer = setTimeout(() => {
      this.end(new OutcomeUnknown("the announcement was not shown in time, as far as is known"));
    }, LONGEST_ANNOUNCING_MS);
  }

  /** Aborted once nothing more is to be sent. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Ends it, unless it is over. @param fault why; undefined once it is shown, or refused for good */
  end(fault?: Error): void {
    clearTimeout(this.#timer);
    this.#settle(fault);
    this.#ending.abort(fault);
  }
}

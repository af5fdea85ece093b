import type { Change } from "../ports/store.ts";

interface Asked {
  readonly changes: readonly Change[];
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Group commit: the writes asked for while one is under way are committed together, in order.
 * The writes of one group share its fate.
 */
export class GatheredWrites {
  readonly #commit: (changes: readonly Change[]) => Promise<void>;
  #waiting: Asked[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(commit: (changes: readonly Change[]) => Promise<void>) {
    this.#commit = commit;
  }

  /** Resolves when these changes are committed. */
  async write(changes: readonly Change[]): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ changes, resolve, reject });
    });
    if (this.#waiting.length === 1) void this.after(() => this.#commitWaiting());
    return done;
  }

  /** Does something once all that was asked before it is over, and before what is asked later. */
  async after(task: () => Promise<void>): Promise<void> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #commitWaiting(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    try {
      await this.#commit(group.flatMap(({ changes }) => changes));
      for (const { resolve } of group) resolve();
    } catch (cause) {
      for (const { reject } of group) reject(cause);
    }
  }
}

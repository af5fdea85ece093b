/** One thing at a time per key, in the order asked; different keys side by side. */
export class TurnQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs a task once the earlier ones of its key are over, however they ended. */
  async run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const turn = before.then(task, task);
    const settled = turn.catch(() => undefined);
    this.#last.set(key, settled);
    try {
      return await turn;
    } finally {
      if (this.#last.get(key) === settled) this.#last.delete(key);
    }
  }

  /** Resolves once nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.#last.values());
  }
}

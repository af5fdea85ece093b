/** Wakes whoever waits for something to have happened on the server: no polling, no sleeping. */
export class Changes {
  readonly #listeners = new Set<() => void>();

  /** Something happened. */
  happened(): void {
    for (const listener of this.#listeners) listener();
  }

  /**
   * Waits until something is there.
   * @param look gives it, or undefined as long as it is not there
   * @param what named in the error, as "an answer to amina's question"
   * @throws Error when it is not there within the limit, saying what was seen last
   */
  async until<T>(
    look: () => T | undefined,
    what: string,
    limitMs: number,
    seen = (): string => "",
  ): Promise<T> {
    const first = look();
    if (first !== undefined) return first;
    return new Promise<T>((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.#listeners.delete(listener);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Waited ${limitMs} ms for ${what}, in vain. ${seen()}`.trim()));
      }, limitMs);
      const listener = (): void => {
        try {
          const found = look();
          if (found === undefined) return;
          stop();
          resolve(found);
        } catch (error) {
          stop();
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      this.#listeners.add(listener);
    });
  }
}

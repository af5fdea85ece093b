import { StoreError } from "../../../model/errors.ts";

/** Tasks on something that is closed one day: it is closed once they are done, and takes no more. */
export class UnderWay {
  readonly #name: string;
  readonly #tasks = new Set<Promise<unknown>>();
  #isOver = false;

  /** @param name what is closed, for whoever comes too late */
  constructor(name: string) {
    this.#name = name;
  }

  /** @throws what the task throws; StoreError once it is over */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isOver) throw new StoreError(`${this.#name} is closed`);
    const running = task();
    this.#tasks.add(running);
    try {
      return await running;
    } finally {
      this.#tasks.delete(running);
    }
  }

  /** Takes no more tasks. @returns once those under way are done */
  async end(): Promise<void> {
    this.#isOver = true;
    await Promise.allSettled(this.#tasks);
  }
}

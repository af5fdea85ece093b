import { HOUR_MS } from "../../../model/durations.ts";

/** So many wrong codes an hour are slips; more would be guessing. */
const MOST_WRONG = 5;

/** Wrong codes people wrote lately, in memory alone: nobody guesses a code by trying. */
export class JoinTries {
  readonly #wrong = new Map<string, readonly number[]>();

  /** @param person see `personKey` */
  mayTry(person: string, now: Date): boolean {
    return this.#lately(person, now).length < MOST_WRONG;
  }

  addWrong(person: string, now: Date): void {
    this.#wrong.set(person, [...this.#lately(person, now), now.getTime()]);
  }

  /** Lets go of those that are too old to count. */
  sweep(now: Date): void {
    for (const person of this.#wrong.keys()) {
      if (this.#lately(person, now).length === 0) this.#wrong.delete(person);
    }
  }

  #lately(person: string, now: Date): readonly number[] {
    const since = now.getTime() - HOUR_MS;
    return (this.#wrong.get(person) ?? []).filter((at) => at > since);
  }
}

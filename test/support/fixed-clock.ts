import type { Clock } from "../../src/ports/clock.ts";

/** A clock that stands still until it is moved. */
export class FixedClock implements Clock {
  #now: Date;

  constructor(now: string) {
    this.#now = new Date(now);
  }

  now(): Date {
    return this.#now;
  }

  moveTo(now: string): void {
    this.#now = new Date(now);
  }

  moveByMs(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }
}

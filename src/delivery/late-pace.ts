import type { Address } from "../model/address.ts";

/** Late messages a room gets within the time below. Source: WORKSHOPS.md 7.3. */
const MOST_LATE = 5;
const WITHIN_MS = 10 * 60_000;

/** What late messages a room may still be sent. */
export interface LateRoom {
  /** 0 to 5. */
  readonly left: number;
  /** When it may be sent one more, for none left. */
  readonly nextAt: Date;
}

/** Counts the late messages of each room, so that those who were away are not flooded when they are back. */
export class LatePace {
  /** When the last ones were sent (ms), by room, the room of the latest last. */
  readonly #sent = new Map<string, readonly number[]>();

  look(to: Address, now: Date): LateRoom {
    const recent = this.#recent(this.#sent.get(nameOf(to)) ?? [], now);
    const next = recent.at(-MOST_LATE) ?? now.getTime() - WITHIN_MS;
    return {
      left: Math.max(0, MOST_LATE - recent.length),
      nextAt: new Date(next + WITHIN_MS),
    };
  }

  note(to: Address, now: Date): void {
    const name = nameOf(to);
    const recent = this.#recent(this.#sent.get(name) ?? [], now);
    this.#sent.delete(name);
    this.#sent.set(name, [...recent, now.getTime()]);
    for (const [other, sent] of this.#sent) {
      if (this.#recent(sent, now).length > 0) return;
      this.#sent.delete(other);
    }
  }

  /** Without what a clock that was set back says of the future. */
  #recent(sent: readonly number[], now: Date): readonly number[] {
    const nowMs = now.getTime();
    return sent.filter((at) => at <= nowMs && nowMs - at < WITHIN_MS);
  }
}

function nameOf({ platform, room }: Address): string {
  return JSON.stringify([platform, room]);
}

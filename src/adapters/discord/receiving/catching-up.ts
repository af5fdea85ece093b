import { catchUp, type CatchUpParts, type Shard } from "../connection/catch-up.ts";
import { untilReached } from "../until-reached.ts";

/** What catching up needs, and when it is left. */
export interface CatchingUpParts extends CatchUpParts {
  readonly signal: AbortSignal;
}

/** Fetches what was missed, each time a session begins anew; meanwhile no place moves beyond it. */
export class CatchingUp {
  readonly #parts: CatchingUpParts;
  /** By shard. */
  readonly #underWay = new Map<number, Promise<void>>();
  /** Shards whose session began anew while they were being caught up. */
  readonly #due = new Map<number, Shard>();

  constructor(parts: CatchingUpParts) {
    this.#parts = parts;
  }

  /** @param shard whose session began */
  begin(shard: Shard): void {
    const { id } = shard;
    if (!this.#due.has(id)) this.#parts.places.hold();
    // One more will do, however many sessions begin meanwhile.
    if (this.#underWay.has(id)) this.#due.set(id, shard);
    else this.#underWay.set(id, this.#run(shard));
  }

  /** Resolves once nothing is under way. */
  async idle(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  async #run(shard: Shard): Promise<void> {
    const { places, log, signal } = this.#parts;
    try {
      await this.#catchUp(shard);
    } catch (cause) {
      // Told to stop, it gives up on what it waits for.
      if (!signal.aborted) log.error("not-caught-up", cause);
    }
    // Told to stop, it may have left off anywhere: the next start begins where this one did.
    if (!signal.aborted) {
      await places.release().catch((cause: unknown) => {
        log.error("place-not-kept", cause);
      });
    }
    const { id } = shard;
    const next = this.#due.get(id);
    this.#due.delete(id);
    if (next && !signal.aborted) await this.#run(next);
    else this.#underWay.delete(id);
  }

  async #catchUp(shard: Shard): Promise<void> {
    const { rest, log, signal } = this.#parts;
    // A page given up would never be read: it is asked for until Discord answers.
    const request: typeof rest.request = (asked) =>
      untilReached(() => rest.request(asked), log, signal);
    await catchUp({ ...this.#parts, rest: { request } }, shard);
  }
}

import type { Clock } from "../../../ports/clock.ts";
import { put, type Store } from "../../../ports/store.ts";
import { discordDocuments, type OpenInteraction } from "../discord-documents.ts";
import { DAY_MS } from "../../../model/durations.ts";

/** A little less than the 15 minutes Discord honours a token for, so that an answer arrives in time. */
const tokenMs = 14.5 * 60_000;

/** What is known of an interaction. */
interface Known {
  record: OpenInteraction;
  /** Whether Discord took our acknowledgement. */
  readonly acked: Promise<boolean>;
  /** Its token turned out to be of no use. */
  isLost: boolean;
}

const keptMs = discordDocuments.interactions.keptDays * DAY_MS;

/** The interactions of the last day: which may still be answered, and who may see the answer. */
export class OpenInteractions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #open = new Map<string, Known>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Reads what was open before this run. @returns those that had no turn yet, by id */
  async load(): Promise<readonly (readonly [string, OpenInteraction])[]> {
    for (const { id, document } of await this.#store.list(discordDocuments.interactions)) {
      this.#open.set(id, { record: document, acked: Promise.resolve(true), isLost: false });
    }
    return [...this.#open]
      .map(([id, { record }]) => [id, record] as const)
      .filter(([, { unanswered }]) => unanswered !== undefined);
  }

  /** Keeps an interaction. @param acked whether Discord took our acknowledgement, once that is known */
  async keep(id: string, record: OpenInteraction, acked: Promise<boolean>): Promise<void> {
    this.#open.set(id, { record, acked, isLost: false });
    await this.#store.write([put(discordDocuments.interactions, id, record)]);
  }

  /** Whether an interaction was heard of before. */
  has(id: string): boolean {
    return this.#open.has(id);
  }

  /** An interaction, however long its token is dead: whom its answer is for stays. */
  recordOf(id: string): OpenInteraction | undefined {
    return this.#open.get(id)?.record;
  }

  /** An interaction whose token still lives; undefined for any other, and for a message. */
  find(id: string): OpenInteraction | undefined {
    const found = this.#open.get(id);
    return found && this.#isAlive(found) ? found.record : undefined;
  }

  /** Whether an interaction can be answered through its token; waits for its acknowledgement. */
  async isReady(id: string): Promise<boolean> {
    const open = this.#open.get(id);
    return open !== undefined && this.#isAlive(open) && open.acked;
  }

  /** Its token is of no use any more. */
  lose(id: string): void {
    const found = this.#open.get(id);
    if (found) found.isLost = true;
  }

  /** It had its turn: what was said is kept no longer. */
  async answered(id: string): Promise<void> {
    const open = this.#open.get(id);
    if (!open?.record.unanswered) return;
    const { unanswered: _said, ...record } = open.record;
    open.record = record;
    // Gone when the person was forgotten by that very turn.
    if ((await this.#store.get(discordDocuments.interactions, id)) === undefined) return;
    await this.#store.write([put(discordDocuments.interactions, id, record)]);
  }

  /** Lets go of what the store forgets as well. */
  forgetOld(): void {
    for (const [id, { record }] of this.#open) {
      if (this.#ageMs(record) >= keptMs) this.#open.delete(id);
    }
  }

  #isAlive({ record, isLost }: Known): boolean {
    return !isLost && this.#ageMs(record) < tokenMs;
  }

  #ageMs({ at }: OpenInteraction): number {
    return this.#clock.now().getTime() - Date.parse(at);
  }
}

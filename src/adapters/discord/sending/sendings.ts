import type { Reply } from "../../../model/reply.ts";
import type { Clock } from "../../../ports/clock.ts";
import { put, type Store } from "../../../ports/store.ts";
import { discordDocuments, type Sending } from "../discord-documents.ts";
import { ownerOf } from "./reply-place.ts";

/** How far each reply is that Discord has not accepted whole yet. */
export class Sendings {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #begun = new Map<string, Sending>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Knows how far an earlier run came. */
  async load(): Promise<void> {
    for (const { id, document } of await this.#store.list(discordDocuments.sendings)) {
      this.#begun.set(id, document);
    }
  }

  find(key: string): Sending | undefined {
    return this.#begun.get(key);
  }

  /**
   * Fixes, before the first try, where a reply goes and since when it is tried. A notice is said once,
   * whatever becomes of it: it asks for no disk, which may be what it tells of.
   */
  async begin(reply: Reply, begun: Pick<Sending, "channel" | "done">): Promise<Sending> {
    const at = this.#clock.now().toISOString();
    const sending = { owner: ownerOf(reply), ...begun, triedAt: at, at };
    if (reply.kind !== "notice")
      await this.#store.write([put(discordDocuments.sendings, reply.key, sending)]);
    this.#begun.set(reply.key, sending);
    return sending;
  }

  /** One more part was accepted. @param isKept whether a crash must not have it shown again */
  async advance(key: string, before: Sending, id: string, isKept: boolean): Promise<Sending> {
    const triedAt = this.#clock.now().toISOString();
    const next = { ...before, done: [...before.done, id], triedAt };
    this.#begun.set(key, next);
    if (isKept) await this.#store.write([put(discordDocuments.sendings, key, next)]);
    return next;
  }

  /** It was accepted whole, or never will be. */
  end(key: string): void {
    this.#begun.delete(key);
  }

  /** Forgets what was begun for somebody and then erased from the store. */
  async forgetErased(owner: string): Promise<void> {
    const theirs = [...this.#begun].filter(([, sending]) => sending.owner === owner);
    await Promise.all(
      theirs.map(async ([key]) => {
        const kept = await this.#store.get(discordDocuments.sendings, key);
        if (kept === undefined) this.#begun.delete(key);
      }),
    );
  }

  /** Forgets what was begun before an instant: its words are in the outbox no more. */
  forgetBefore(instant: Date): void {
    for (const [key, { at }] of this.#begun) {
      if (Date.parse(at) < instant.getTime()) this.#begun.delete(key);
    }
  }
}

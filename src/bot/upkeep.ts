import type { AnyDocumentType } from "../model/document-type.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { purgeDue } from "../privacy/stored-about.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";
import type { TurnQueue } from "./turn-queue.ts";

/** What upkeep needs. */
export interface UpkeepParts {
  readonly store: Store;
  readonly documents: StoredDocuments;
  /** Every kind of document that is stored. */
  readonly kinds: readonly AnyDocumentType[];
  /** The turns of people, which an erasure must not cross. */
  readonly queue: TurnQueue;
  readonly clock: Clock;
  readonly log: Log;
}

/** Erases what was kept long enough, and makes what was erased unreadable on disk. */
export class Upkeep {
  readonly #parts: UpkeepParts;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  /** Erases every document past its days, each person's between two of their turns. */
  async purge(): Promise<void> {
    const { store, kinds, queue, clock, log } = this.#parts;
    const due = await purgeDue(clock.now(), store, kinds);
    const owners = new Set(due.map(({ owner }) => owner));
    const purges = [...owners].map((owner) =>
      queue.run(owner ?? "nobody", async () => {
        // Asked again: a turn may have renewed what was due.
        const stillDue = await purgeDue(clock.now(), store, kinds);
        const changes = stillDue.filter((one) => one.owner === owner).map(({ change }) => change);
        if (changes.length > 0) await store.write([...changes, this.scrubDue()]);
      }),
    );
    await Promise.all(purges);
    if (due.length > 0) log.info("purged", { documents: due.length });
  }

  /** The change that says erased data may still be readable in an older generation. */
  scrubDue(): Change {
    const { documents, clock } = this.#parts;
    return put(documents.scrubDue, "scrub", { at: clock.now().toISOString() });
  }

  /** Makes erased data unreadable, if any may be left; tried again at the next tick when it fails. */
  async scrub(): Promise<void> {
    const { store, documents, kinds, log } = this.#parts;
    try {
      if ((await store.list(documents.scrubDue)).length === 0) return;
      await store.scrub();
      // A goodbye still on its way names the person: it will have to be scrubbed too.
      const passing = kinds.filter(({ isPassing }) => isPassing === true);
      const waiting = await Promise.all(passing.map((type) => store.list(type)));
      if (waiting.flat().length > 0) return;
      await store.write([remove(documents.scrubDue, "scrub")]);
    } catch (cause) {
      log.error("scrub-failed", cause);
    }
  }
}

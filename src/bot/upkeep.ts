import { purgedEntryOf } from "../delivery/announcement.ts";
import type { AnyDocumentType } from "../model/document-type.ts";
import type { StoredDocuments } from "../model/stored-documents.ts";
import { isPurgeDue, purgeDue, type DueItem } from "../privacy/stored-about.ts";
import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { put, remove, type Change, type Store } from "../ports/store.ts";
import { leavingRun } from "./diagnostic/figures/leaving-run.ts";
import { renewSubscriptions } from "./renew-subscriptions.ts";
import { scrubDue } from "./scrub-due.ts";
import type { TurnQueue } from "./turn-queue.ts";
import { HOUR_MS } from "../model/durations.ts";

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
  #purgedAt: Date | undefined;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
  }

  /** The same as `purge`, once an hour or when the clock was set back: it reads everything there is. */
  async purgeHourly(): Promise<void> {
    const sinceMs = this.#parts.clock.now().getTime() - (this.#purgedAt?.getTime() ?? -Infinity);
    if (sinceMs < 0 || sinceMs >= HOUR_MS) await this.purge();
  }

  /** Erases every document past its days, each person's between two of their turns. */
  async purge(): Promise<void> {
    const { store, kinds, queue, clock, log } = this.#parts;
    await renewSubscriptions(this.#parts);
    const now = clock.now();
    const due = await purgeDue(now, store, kinds);
    const byOwner = new Map<string | undefined, DueItem[]>();
    for (const item of due) {
      const others = byOwner.get(item.owner);
      if (others) others.push(item);
      else byOwner.set(item.owner, [item]);
    }
    const purges = [...byOwner].map(([owner, items]) =>
      queue.run(owner ?? "nobody", async () => {
        const changes = await Promise.all(items.map((item) => this.#eraseIfDue(item)));
        if (changes.flat().length > 0) await store.write([...changes.flat(), this.scrubDue()]);
      }),
    );
    await Promise.all(purges);
    this.#purgedAt = now;
    if (due.length > 0) log.info("purged", { documents: due.length });
  }

  /** Asked again, of this document alone: a turn may have renewed what was due. */
  async #eraseIfDue({ type, id, change }: DueItem): Promise<readonly Change[]> {
    const { store, documents, clock } = this.#parts;
    const now = clock.now();
    if (type.collection === documents.outbox.collection) return this.#eraseRow(id, now);
    if (type.collection === documents.diagnosticRuns.collection) {
      return leavingRun(id, now, { store, documents });
    }
    const document = await store.get(type, id);
    return document !== undefined && isPurgeDue(type, document, now) ? [change] : [];
  }

  /** What became of an announcement that nobody could send stays known: it was given up. */
  async #eraseRow(id: string, now: Date): Promise<readonly Change[]> {
    const { store, documents } = this.#parts;
    const row = await store.get(documents.outbox, id);
    if (!row || !isPurgeDue(documents.outbox, row, now)) return [];
    const entry = purgedEntryOf(row, now);
    return [remove(documents.outbox, id), ...(entry ? [put(documents.ledger, id, entry)] : [])];
  }

  /** The change that says erased data may still be readable in an older generation. */
  scrubDue(): Change {
    const { documents, clock } = this.#parts;
    return scrubDue(documents, clock.now());
  }

  /** Makes erased data unreadable, if any may be left; tried again at the next tick when it fails. */
  async scrub(): Promise<void> {
    const { store, documents, kinds, clock, log } = this.#parts;
    try {
      if ((await store.list(documents.scrubDue)).length === 0) return;
      await store.scrub();
      // A goodbye still on its way names the person: it will have to be scrubbed too.
      const passing = kinds.filter(({ isPassing }) => isPassing === true);
      const now = clock.now().toISOString();
      const waiting = await Promise.all(
        passing.map(async (type) => {
          const found = await store.list(type);
          // What waits for a later day was not written on leaving.
          return found.filter(({ document }) => type.lastUsed(document) <= now);
        }),
      );
      if (waiting.flat().length > 0) return;
      await store.write([remove(documents.scrubDue, "scrub")]);
    } catch (cause) {
      log.error("scrub-failed", cause);
    }
  }
}

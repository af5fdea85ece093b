import { Low } from "lowdb";
import type { Log } from "../ports/log.ts";
import type { Change } from "../ports/store.ts";
import { groupByCollection } from "./check-changes.ts";
import { ofCollection } from "./collection-types.ts";
import { type DataFolder, diskFault, removeFiles } from "./data-folder.ts";
import { applyChanges, type Documents } from "./documents.ts";
import type { DurableFile } from "./durable-file.ts";
import type { Journal, PendingWrite } from "./journal.ts";
import type { Generation } from "./read-generation.ts";
import { waitForAll } from "./wait-for-all.ts";

/** One collection: what is committed of it, and the file it is in. */
export interface DurableCollection {
  readonly file: DurableFile;
  readonly low: Low<Generation>;
}

/** What the collections of a folder are written with. */
export interface DurableParts {
  readonly folder: DataFolder;
  readonly journal: Journal;
  readonly log: Log;
}

/**
 * The collections of one data folder, in memory and on disk. Its methods are called one at a time.
 * Readers see committed documents only.
 */
export class DurableCollections {
  readonly #parts: DurableParts;
  readonly #collections: Map<string, DurableCollection>;
  #generation: number;
  /** What a failed write left to do on disk before the next one. */
  #unfinished: (() => Promise<void>) | undefined;

  constructor(parts: DurableParts, collections: ReadonlyMap<string, DurableCollection>) {
    this.#parts = parts;
    this.#collections = new Map(collections);
    this.#generation = Math.max(
      0,
      ...[...collections.values()].map(({ low }) => low.data.generation),
    );
  }

  /** @throws StoreError when the collection was not declared */
  documents(collection: string): Documents {
    return ofCollection(this.#collections, collection).low.data.documents;
  }

  /**
   * Writes all of the changes, durably, or none.
   * @throws StoreError when the disk refuses; memory and disk are then as before
   */
  async commit(changes: readonly Change[]): Promise<void> {
    await this.#guard(async () => {
      await this.finish();
      const generation = this.#generation + 1;
      const next = this.#apply(changes, generation);
      const written = [...next.values()];
      if (written.length > 1) await this.#commitMany(written, { generation, changes });
      else await this.#commitTogether(written);
      this.#adopt(next, generation);
    });
  }

  /** Brings a write found in the journal to the files it had not reached yet. */
  async replay({ generation, changes }: PendingWrite): Promise<void> {
    await this.#guard(async () => {
      const missed = changes.filter(
        ({ collection }) => this.#generationOf(collection) < generation,
      );
      const next = this.#apply(missed, generation);
      await this.#commitTogether([...next.values()]);
      this.#adopt(next, Math.max(generation, this.#generation));
      await this.#parts.journal.remove();
    });
  }

  /**
   * Rewrites every generation with the committed documents and removes every other copy, damaged files too.
   * @throws StoreError when the disk refuses; deleted data may then still be there
   */
  async scrub(): Promise<void> {
    await this.#guard(async () => {
      await this.finish();
      const written = [...this.#collections.values()].filter(({ file }) => file.exists);
      // Twice: the first time, what becomes the previous generation may be of an older version.
      await this.#commitTogether(written);
      await this.#commitTogether(written);
      await removeFiles(this.#parts.folder, /^journal\.json$|\.tmp$|\.damaged-\d+\.json$/);
    });
  }

  /** Ends what an earlier failure left half done. */
  async finish(): Promise<void> {
    await this.#unfinished?.();
    this.#unfinished = undefined;
  }

  async #commitTogether(written: readonly DurableCollection[]): Promise<void> {
    if (written.length === 0) return;
    try {
      await waitForAll(written.map(({ low }) => low.write()));
      await this.#publish(written);
    } catch (cause) {
      await this.#attempt(() => this.#revert(written));
      throw cause;
    }
  }

  async #commitMany(written: readonly DurableCollection[], write: PendingWrite): Promise<void> {
    const { folder, journal } = this.#parts;
    try {
      // All that takes room is on disk before the write is promised.
      await waitForAll([journal.prepare(write), ...written.map(({ low }) => low.write())]);
      await journal.publish();
      await folder.disk.syncFolder(folder.path);
    } catch (cause) {
      await this.#attempt(async () => {
        await journal.remove();
        await this.#revert(written);
      });
      throw cause;
    }
    // Promised: the write is kept from here on; should the disk refuse now, the journal brings it back.
    await this.#attempt(async () => {
      await this.#publish(written);
      await journal.remove();
    });
  }

  async #publish(written: readonly DurableCollection[]): Promise<void> {
    const { disk, path } = this.#parts.folder;
    await waitForAll(written.map(({ file }) => file.publish()));
    await disk.syncFolder(path);
    for (const { file } of written) file.settle();
  }

  async #revert(written: readonly DurableCollection[]): Promise<void> {
    const { disk, path } = this.#parts.folder;
    await waitForAll(written.map(({ file }) => file.revert()));
    await disk.syncFolder(path);
  }

  /** Does something that must be done before the next write; leaves it to `finish` when the disk refuses. */
  async #attempt(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (cause) {
      this.#unfinished = task;
      this.#parts.log.error("store-write-unfinished", cause);
    }
  }

  /** The collections that the changes really change, as they will be. */
  #apply(changes: readonly Change[], generation: number): Map<string, DurableCollection> {
    const next = new Map<string, DurableCollection>();
    for (const [name, group] of groupByCollection(changes)) {
      const { file, low } = ofCollection(this.#collections, name);
      const documents = applyChanges(low.data.documents, group);
      if (documents === low.data.documents) continue;
      next.set(name, { file, low: new Low<Generation>(file, { generation, documents }) });
    }
    return next;
  }

  #adopt(next: ReadonlyMap<string, DurableCollection>, generation: number): void {
    for (const [name, collection] of next) this.#collections.set(name, collection);
    this.#generation = generation;
  }

  #generationOf(collection: string): number {
    return ofCollection(this.#collections, collection).low.data.generation;
  }

  async #guard(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (cause) {
      throw diskFault(this.#parts.folder.path, cause);
    }
  }
}

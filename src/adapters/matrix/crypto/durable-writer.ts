import type { IDBDatabase, IDBFactory } from "fake-indexeddb";
import { StoreError } from "../../../model/errors.ts";
import type { AppendLog } from "./append-log.ts";
import { encodeEntry, type Operation } from "./log-entry.ts";
import type { Asked } from "./record-transaction.ts";
import { takeSnapshot } from "./snapshot.ts";

const defaultCompactAfterBytes = 1024 * 1024;

/** What of the options the writer needs; see `DurableIndexedDbOptions`. */
export interface DurableWriterOptions {
  readonly path: string;
  readonly onFatal: (cause: Error) => void;
  readonly compactAfterBytes?: number;
}

/** Appends what transactions did, and compacts the log when it has grown. */
export class DurableWriter {
  readonly #log: AppendLog;
  readonly #factory: IDBFactory;
  readonly #options: DurableWriterOptions;
  #failed: Error | undefined;
  #compacting: Promise<void> = Promise.resolve();
  #compactAt: number;

  constructor(log: AppendLog, factory: IDBFactory, options: DurableWriterOptions) {
    this.#log = log;
    this.#factory = factory;
    this.#options = options;
    this.#compactAt = log.bytes + this.#growth;
  }

  get hasFailed(): boolean {
    return this.#failed !== undefined;
  }

  /** Makes a complete transaction durable; false when its completion must not be told to anybody. */
  commit({ name, version }: IDBDatabase, asked: readonly Asked[]): boolean {
    if (this.#failed) return false;
    const operations = asked
      .map((operation) => operation())
      .filter((operation): operation is Operation => operation !== undefined);
    try {
      this.#log.append(encodeEntry({ kind: "change", database: name, version, operations }));
    } catch (cause) {
      this.#fail(cause);
      return false;
    }
    if (this.#log.bytes > this.#compactAt && !this.#log.isRewriting) void this.compact();
    return true;
  }

  /** Never fails by itself: a disk that refuses is fatal, and told so. */
  async compact(): Promise<void> {
    this.#compacting = this.#compacting.then(() => this.#rewrite());
    await this.#compacting;
  }

  async close(): Promise<void> {
    await this.#compacting;
    this.#log.close();
  }

  async #rewrite(): Promise<void> {
    if (this.#failed) return;
    // Not twice for the records that come while this one runs.
    this.#compactAt = Number.POSITIVE_INFINITY;
    try {
      await this.#log.rewrite(async () => encodeEntry(await takeSnapshot(this.#factory)));
      this.#compactAt = this.#log.bytes + this.#growth;
    } catch (cause) {
      this.#fail(cause);
    }
  }

  get #growth(): number {
    return this.#options.compactAfterBytes ?? defaultCompactAfterBytes;
  }

  #fail(cause: unknown): void {
    if (this.#failed) return;
    const { path, onFatal } = this.#options;
    this.#failed = new StoreError(
      `the encryption store ${path} cannot be written: check the disk and its free space, then start again. Nothing that was sent is lost.`,
      { cause },
    );
    onFatal(this.#failed);
  }
}

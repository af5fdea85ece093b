import { type IDBDatabase, IDBFactory, type IDBTransaction } from "fake-indexeddb";
import { StoreError } from "../../../model/errors.ts";
import { openAppendLog } from "./append-log.ts";
import { DurableWriter } from "./durable-writer.ts";
import type { LogDisk } from "./log-disk.ts";
import { decodeEntry, encodeEntry, logFormat } from "./log-entry.ts";
import { type Asked, recordTransaction, recordUpgrade } from "./record-transaction.ts";
import { replayLog } from "./replay-log.ts";

/** What a durable IndexedDB is opened with. */
export interface DurableIndexedDbOptions {
  /** The log's file; its folder is made when it is missing. */
  readonly path: string;
  /**
   * Called once when the disk refuses a write. From then on no transaction completes: what is in
   * memory is not on disk, so the process must end.
   */
  readonly onFatal: (cause: Error) => void;
  /** Bytes the log may grow by before it is compacted. 1 MiB unless said otherwise. */
  readonly compactAfterBytes?: number;
  /** The machine's disk unless a test says otherwise. */
  readonly disk?: LogDisk;
}

/** An IndexedDB whose transactions are on disk before they complete. */
export interface DurableIndexedDb {
  readonly factory: IDBFactory;
  /** Bytes of a half-written record that a crash left and opening cut off. */
  readonly tornBytes: number;
  /** The log's length in bytes. */
  readonly bytes: () => number;
  /** Rewrites the log as one snapshot. Waits for the write transactions under way. */
  readonly compact: () => Promise<void>;
  /** Waits for a compaction under way and lets go of the file; nothing can be written afterwards. */
  readonly close: () => Promise<void>;
}

/**
 * Opens an IndexedDB kept in one append-only file. Everything is held in memory too.
 * One process at a time: the caller holds the lock of the folder.
 * @throws StoreError when the file is damaged; never starts empty in its place
 */
export async function openDurableIndexedDb(
  options: DurableIndexedDbOptions,
): Promise<DurableIndexedDb> {
  const empty = encodeEntry({ kind: "snapshot", format: logFormat, databases: [] });
  const { log, payloads, tornBytes } = await openAppendLog(options.path, empty, options.disk);
  try {
    const plain = new IDBFactory();
    await replayLog(plain, payloads.map(decodeEntry));
    const writer = new DurableWriter(log, plain, options);
    return {
      factory: durableFactory(plain, writer),
      tornBytes,
      bytes: () => log.bytes,
      compact: () => writer.compact(),
      close: () => writer.close(),
    };
  } catch (cause) {
    log.close();
    throw cause;
  }
}

function durableFactory(plain: IDBFactory, writer: DurableWriter): IDBFactory {
  const open = plain.open.bind(plain);
  const factory = new IDBFactory();
  factory.databases = plain.databases.bind(plain);
  factory.open = (name, version) => {
    const request = open(name, version);
    // Registered first, so that these run before the caller hears of anything.
    request.addEventListener("upgradeneeded", () => {
      if (request.transaction) makeUpgradeDurable(request.result, request.transaction, writer);
    });
    request.addEventListener("success", (event) => {
      if (writer.hasFailed) event.stopImmediatePropagation();
      else makeDurable(request.result, writer);
    });
    return request;
  };
  factory.deleteDatabase = (name) => {
    throw new StoreError(`the database ${name} is not deleted here: remove the store's folder`);
  };
  return factory;
}

function makeDurable(database: IDBDatabase, writer: DurableWriter): void {
  const begin = database.transaction.bind(database);
  database.transaction = (stores, mode, options) => {
    const transaction = begin(stores, mode, options);
    if (mode !== "readwrite") return transaction;
    const asked: Asked[] = [];
    recordTransaction(transaction, asked);
    commitBeforeCompletion(transaction, () => asked.length === 0 || writer.commit(database, asked));
    return transaction;
  };
}

function makeUpgradeDurable(
  database: IDBDatabase,
  transaction: IDBTransaction,
  writer: DurableWriter,
): void {
  const asked: Asked[] = [];
  recordUpgrade(database, transaction, asked);
  commitBeforeCompletion(transaction, () => writer.commit(database, asked));
}

/** The listeners of whoever asked for the transaction come after this one; `commit` may silence them. */
function commitBeforeCompletion(transaction: IDBTransaction, commit: () => boolean): void {
  transaction.addEventListener("complete", (event) => {
    if (!commit()) event.stopImmediatePropagation();
  });
}
